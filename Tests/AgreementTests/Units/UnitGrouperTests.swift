import Agreement
import Testing

@Suite struct UnitGrouperTests {
  private struct Row {
    let item: Int32
    let annotator: Int32
    let label: Int32
  }

  private func grouped(
    _ rows: [Row], keeping policy: RepeatPolicy = .last, block: Int = 3
  ) -> GroupedUnits {
    var grouper = UnitGrouper(keeping: policy)
    for start in stride(from: 0, to: rows.count, by: block) {
      let part = rows[start..<min(start + block, rows.count)]
      grouper.append(
        items: part.map(\.item), annotators: part.map(\.annotator), labels: part.map(\.label))
    }
    return grouper.grouped()
  }

  private let rows = [
    Row(item: 2, annotator: 0, label: 1), Row(item: 0, annotator: 1, label: 0),
    Row(item: 2, annotator: 1, label: 2), Row(item: 0, annotator: 1, label: 3),
    Row(item: 0, annotator: 0, label: 3), Row(item: 0, annotator: 1, label: 3),
    Row(item: 2, annotator: -1, label: 1), Row(item: 2, annotator: -1, label: 1),
  ]

  @Test func `ratings come together by item, whatever their order`() {
    let units = grouped(rows)
    #expect(units.count == 3)
    #expect(units[1].isEmpty)
    #expect(
      Array(units[2]) == [
        UnitRating(annotator: 0, label: 1), UnitRating(annotator: 1, label: 2),
        UnitRating(label: 1), UnitRating(label: 1),
      ])
    #expect(units.annotatorCount == 2)
    #expect(units.labelCount == 4)
  }

  @Test(arguments: [(RepeatPolicy.last, Int32(3)), (.first, 0)])
  func `one rating of each annotator is kept, repeats are counted`(
    policy: RepeatPolicy, label: Int32
  ) {
    let units = grouped(rows, keeping: policy)
    #expect(
      Array(units[0]) == [
        UnitRating(annotator: 0, label: 3), UnitRating(annotator: 1, label: label),
      ])
    #expect(units.repeats == Repeats(kept: policy, dropped: 2, pairs: 3, agreeingPairs: 1))
    #expect(units.repeats.selfConsistency == 1.0 / 3)
  }

  @Test func `ratings without an annotator are never repeats`() {
    let anonymous = (0..<5).map { _ in Row(item: 0, annotator: -1, label: 0) }
    let units = grouped(anonymous)
    #expect(units[0].count == 5)
    #expect(units.repeats.dropped == 0)
    #expect(units.repeats.selfConsistency == nil)
  }

  @Test func `no rows, no units`() {
    let units = grouped([])
    #expect(units.count == 0)
    var sums = AgreementSums()
    sums.add(units)
    #expect(sums == AgreementSums())
  }

  @Test func `grouped units count as units added one by one, in any split`() {
    for seed in UInt64(0)..<60 {
      let ratings = RandomRatings(seed: seed, largestUnitCount: 30)
      var random = SeededRandom(seed: seed)
      let rows = ratings.units.enumerated().flatMap { item, unit in
        unit.map { Row(item: Int32(item), annotator: $0.annotator, label: $0.label) }
      }.shuffled(using: &random)
      let units = grouped(rows, block: 7)
      var whole = AgreementSums()
      whole.add(units)
      #expect(whole == ratings.sums)
      let middle = units.count / 2
      var first = AgreementSums()
      first.add(units, units: 0..<middle)
      var second = AgreementSums()
      second.add(units, units: middle..<units.count)
      second.merge(first)
      #expect(second == ratings.sums)
      var patterns = PatternCounts()
      patterns.add(units)
      #expect(patterns == RandomRatings.patterns(ratings.units))
    }
  }
}
