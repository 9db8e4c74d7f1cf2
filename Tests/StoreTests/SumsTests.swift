import Agreement
import Domain
import Store
import Testing

@Suite struct SumsTests {
  /// The tables are moved by differences; the same sums come from looking at every rating.
  @Test(arguments: [UInt64](41...44))
  func `sums equal those counted from scratch`(seed: UInt64) throws {
    let project = try TestProject(configurations: RandomHistory.configurations)
    try project.begin(configuration: "plain")
    var history = RandomHistory(seed: seed, project: project)
    let index = try project.open()
    for _ in 0..<90 {
      try history.step()
      try index.catchUp()
    }
    for question in try index.summary(now: project.clock).questions {
      let stored = try #require(try index.sums(question))
      var sums = AgreementSums()
      var patterns = PatternCounts()
      try index.visitUnits { unit in
        guard unit.row.unit.question == question else { return true }
        let ratings = Self.votes(unit).map { rating in
          UnitRating(
            annotator: rating.annotator.flatMap { stored.annotators.firstIndex(of: $0) }
              .map { Int32($0) } ?? UnitRating.unknownAnnotator,
            label: Int32(stored.values.firstIndex(of: rating.value) ?? -1))
        }
        sums.add(ratings)
        patterns.add(ratings)
        return true
      }
      #expect(stored.sums == sums)
      for detail in AnnotatorDetail.allCases {
        var less = AgreementSums(detail: detail)
        less.merge(sums)
        #expect(try index.sums(question, detail: detail)?.sums.rows == less.rows)
      }
      #expect(try index.patterns(question) == patterns)
    }
    #expect(try index.sums(QuestionID("never asked")) == nil)
  }

  /// One vote an annotator: of several rounds the last.
  private static func votes(_ unit: SettledUnit) -> [Rating] {
    let people = unit.ratings.filter { $0.isInForce && $0.rating.origin == .person }.map(\.rating)
    return people.filter { rating in
      guard let annotator = rating.annotator else { return true }
      let rounds = people.filter { $0.annotator == annotator }.map { Int($0.round ?? "0") ?? 0 }
      return (Int(rating.round ?? "0") ?? 0) == rounds.max()
    }
  }

  @Test func `a report of the stored sums names labels and annotators rightly`() throws {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    // Names come in against their order, so that codes and numbers of rows differ.
    try project.importBatch(
      numbered([
        rating("1", "zoe", "y"), rating("1", "abe", "y"), rating("2", "zoe", "x"),
        rating("2", "abe", "y"),
      ]), into: index)
    let stored = try #require(try index.sums(.label))
    #expect(stored.labels == ["x", "y"])
    #expect(stored.annotators == [AnnotatorID("abe"), AnnotatorID("zoe")])
    let report = AgreementReport(
      sums: stored.sums, labels: stored.labels, order: stored.order,
      annotators: stored.annotators.map(\.text), level: stored.scale)
    #expect(report.items == 2)
    #expect(report.byPair.first?.percentAgreement == 0.5)
    let x = report.byLabel.first { $0.label == "x" }
    #expect(x?.figures.ratings == 1)
  }

  @Test func `ruling and undoing moves open and over-ruled pairs and no coefficient`() throws {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    try project.importBatch(
      numbered([
        rating("i", "a", "x"), rating("i", "b", "y"), rating("i", "c", "y"),
        rating("j", "a", "x"), rating("j", "b", "y"),
      ]), into: index)
    let sums = try index.sums(.label)?.sums
    let (x, y) = (Value.label(LabelID("x")), Value.label(LabelID("y")))
    #expect(try index.openPairs(.label) == [LabelCell(first: x, second: y, count: 2)])
    #expect(try index.overruled(.label) == [])
    let ruling = try project.append(decision(unit("i"), .value(x)))
    try index.apply([ruling])
    #expect(try index.openPairs(.label) == [LabelCell(first: x, second: y, count: 1)])
    #expect(
      try index.overruled(.label) == [
        LabelCell(first: x, second: x, count: 1), LabelCell(first: y, second: x, count: 2),
      ])
    let seat = SeatID(unit: unit("i"), seat: .main)
    try index.apply([try project.append(.withdraw(Withdrawal(seatID: seat, base: ruling.seq)))])
    #expect(try index.openPairs(.label) == [LabelCell(first: x, second: y, count: 2)])
    #expect(try index.overruled(.label) == [])
    #expect(try index.sums(.label)?.sums == sums)
  }
}
