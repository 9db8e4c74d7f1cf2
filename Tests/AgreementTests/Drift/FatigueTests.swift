import Agreement
import Testing

@Suite struct FatigueTests {
  private static let minute: Int64 = 60_000

  /// Ana rates at 0, 10, 40 (a pause of 30: the same session) and 71 (31: a new one); Ben far off.
  private static let table = VoteTable(
    offsets: [0, 2, 4, 6, 8], annotators: [0, 1, 0, 1, 0, 1, 0, 1],
    labels: [0, 0, 0, 1, 1, 1, 2, 0], annotatorCount: 2, labelCount: 3,
    times: [0, 9_000, 10, 9_000, 40, 9_000, 71, VoteTable.noTime].map {
      $0 == VoteTable.noTime ? $0 : $0 * minute
    })

  @Test func `a session ends after a pause longer than stated`() {
    let fatigue = SessionFatigue(
      Self.table, minutes: [10, 30], annotator: 0, smallest: 1)
    #expect(fatigue.sessions == 2)
    #expect(fatigue.buckets.map(\.ratings) == [2, 1, 1])
    #expect(fatigue.buckets.map(\.pairs) == [2, 1, 1])
    #expect(fatigue.buckets.map { $0.agreement.value } == [0.5, 0, 1])
    #expect(fatigue.leftOut == 1)
    let shorter = SessionFatigue(
      Self.table, minutes: [10, 30], pause: 29, annotator: 0, smallest: 1)
    #expect(shorter.sessions == 3)
    #expect(shorter.buckets.map(\.ratings) == [3, 1, 0])
    #expect(shorter.buckets[2].agreement.status == .undefinedNoPairs)
    #expect(SessionFatigue(Self.table).buckets[0].agreement.status == .undefinedTooFewUnits)
  }

  @Test func `one annotator's trend is their share of agreeing pairs by window`() {
    let trend = AnnotatorTrend(0, in: Self.table, scheme: .hours(1), smallest: 1)
    #expect(trend.points.map(\.window) == [0, 1])
    #expect(trend.points.map(\.units) == [3, 1])
    #expect(trend.points.map { $0.agreement.value } == [2.0 / 3, 0])
    #expect(AnnotatorTrend(7, in: Self.table, scheme: .day).points.isEmpty)
  }

  /// n / (n − 1) Σ (A − p M)² / (Σ M)², term by term.
  @Test func `the variance of pairs is the ratio's over units`() {
    let units = [(1, 2), (2, 2), (0, 3), (3, 4), (1, 1)]
    var tally = PairTally()
    var other = PairTally()
    for (index, unit) in units.enumerated() {
      if index < 2 {
        tally.add(agreeing: unit.0, of: unit.1)
      } else {
        other.add(agreeing: unit.0, of: unit.1)
      }
    }
    tally.add(agreeing: 0, of: 0)
    tally.merge(other)
    let share = 7.0 / 12
    let squares = units.map { Double($0.0) - share * Double($0.1) }.map { $0 * $0 }.reduce(0, +)
    let error = (5.0 / 4 * squares / 144).squareRoot()
    #expect(tally.estimate().value == share)
    #expect(((tally.estimate().standardError ?? .nan) - error).magnitude < 1e-15)
    #expect(tally.estimate(smallest: 6).status == .undefinedTooFewUnits)
    #expect(PairTally().estimate().status == .undefinedNoPairs)
  }
}
