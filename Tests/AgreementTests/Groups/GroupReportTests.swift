import Agreement
import Domain
import Testing

/// Agreement by part of the ratings against the same part measured alone.
@Suite struct GroupReportTests {
  /// Units of three ratings: in part 0 all agree, in part 1 nobody does.
  private static let votes = VoteTable(
    offsets: [0, 3, 6, 9, 12], annotators: [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2],
    labels: [0, 0, 0, 0, 1, 2, 1, 1, 1, 1, 2, 0], annotatorCount: 3, labelCount: 3)

  @Test func `the least agreed on stands first, and says how few it is`() {
    let report = GroupReport(
      "slice.channel", votes: Self.votes, labels: ["a", "b", "c"], order: .declared,
      level: .nominal, names: ["mail", "chat"]
    ) { unit, _ in unit % 2 }
    #expect(report.groups.map(\.name) == ["chat", "mail"])
    #expect(report.groups[0].percentAgreement.value == 0)
    #expect(report.groups[1].percentAgreement.value == 1)
    #expect(report.groups[1].alpha.value == 1)
    #expect(report.groups.map(\.ratings) == [6, 6])
    #expect(report.groups.allSatisfy { $0.isTooFew })
  }

  @Test func `ratings of different parts are not compared, and those of none are counted`() {
    let report = GroupReport(
      "week", votes: Self.votes, labels: ["a", "b", "c"], order: .declared, level: .nominal,
      names: ["first", "second"]
    ) { _, vote in vote % 3 == 2 ? nil : vote % 3 }
    #expect(report.ratingsOutside == 4)
    #expect(report.groups.allSatisfy { $0.pairableItems == 0 && $0.items == 4 })
    #expect(report.groups.allSatisfy { $0.alpha.status == .undefinedNoPairs })
  }

  @Test(arguments: [Scale.nominal, .ordinal, .interval], [1, 2, 3])
  func `a part has the figures of its ratings alone`(level: Scale, seed: UInt64) {
    var random = SeededOrder(seed: seed)
    var offsets = [0]
    var annotators: [Int32] = []
    var labels: [Int32] = []
    for _ in 0..<120 {
      for annotator in 0..<random.next(below: 5) {
        annotators.append(Int32(annotator))
        labels.append(Int32(random.next(below: 4)))
      }
      offsets.append(labels.count)
    }
    let table = VoteTable(
      offsets: offsets, annotators: annotators, labels: labels, annotatorCount: 5, labelCount: 4)
    let names = ["1", "2", "3", "4"]
    let report = GroupReport(
      "slice.x", votes: table, labels: names, order: .declared, level: level,
      names: ["even", "odd"]
    ) { unit, _ in unit % 2 }
    for (code, name) in ["even", "odd"].enumerated() {
      var sums = AgreementSums()
      var patterns = PatternCounts()
      for unit in 0..<120 where unit % 2 == code {
        let ratings = table.votes(of: unit).map {
          UnitRating(annotator: annotators[$0], label: labels[$0])
        }
        sums.add(ratings)
        patterns.add(ratings)
      }
      let alone = AgreementReport(
        sums: sums, labels: names, order: .declared, annotators: ["a", "b", "c", "d", "e"],
        level: level, patterns: patterns)
      let group = report.groups.first { $0.name == name }
      let alpha = alone.coefficients.first { $0.name == "krippendorff_alpha" }
      #expect(group?.alpha == alpha?.estimate)
      #expect(group?.items == alone.items)
      #expect(group?.pairableItems == alone.pairableItems)
    }
  }
}
