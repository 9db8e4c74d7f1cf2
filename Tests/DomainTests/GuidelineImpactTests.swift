import Domain
import Testing

/// Which rulings a change of the guideline puts in doubt, on lists marked by hand.
struct GuidelineImpactTests {
  private static let part = GuidelinePart.clause(ClauseID("R-0001"))

  private static func ruling(
    _ seq: Int, _ item: String, _ label: String?, status: SeatStanding.Status = .ruled,
    route: Int? = nil
  ) -> StandingRuling {
    StandingRuling(
      unit: UnitID(item: ItemID(item)),
      standing: SeatStanding(
        status: status, seq: seq, by: MemberID("sam"),
        outcome: label.map { .value(.label(LabelID($0))) } ?? .notAnnotatable), route: route)
  }

  private static func example(_ item: String) -> ClauseExample {
    ClauseExample("as in \(item)", unit: UnitID(item: ItemID(item)))
  }

  private static func text(
    examples: [String] = [], counterExamples: [String] = [], born: [Int] = []
  ) -> ClauseText {
    ClauseText(
      title: "t", labels: [LabelID("refund"), LabelID("billing")], statement: "s",
      examples: examples.map(example), counterExamples: counterExamples.map(example),
      bornFrom: born)
  }

  private static func impact(
    _ text: ClauseText?, citing: [StandingRuling] = [], evidence: [StandingRuling] = [],
    contested: [StandingRuling] = []
  ) -> PartImpact {
    var impact = PartImpact(part: part, text: text)
    impact.citing = citing
    impact.evidence = evidence
    impact.contested = contested
    return impact
  }

  private func reasons(_ impact: PartImpact) -> [Int: DoubtReason] {
    Dictionary(uniqueKeysWithValues: impact.doubts.map { ($0.ruling.seq, $0.reason) })
  }

  @Test func `what was ruled the other way on the same labels is in doubt`() {
    let made = [Self.ruling(4, "a", "refund"), Self.ruling(5, "b", "refund")]
    let contested =
      made + [
        Self.ruling(6, "c", "refund"), Self.ruling(7, "d", "billing"), Self.ruling(8, "e", nil),
        Self.ruling(9, "f", "other"), Self.ruling(10, "g", "billing", status: .escalated),
      ]
    #expect(
      reasons(
        Self.impact(Self.text(born: [4, 5]), evidence: made, contested: contested))
        == [7: .labels])
    // Where its cases came out both ways, or there are none, every contest of its labels may change.
    let mixed = made + [Self.ruling(11, "h", "billing")]
    #expect(
      reasons(
        Self.impact(Self.text(born: [4, 5, 11]), evidence: mixed, contested: contested))
        == [6: .labels, 7: .labels])
    #expect(
      reasons(Self.impact(Self.text(), contested: contested))
        == [4: .labels, 5: .labels, 6: .labels, 7: .labels])
  }

  @Test func `what is cited is in doubt, unless the clause is made from it`() {
    let citing = [Self.ruling(4, "a", "refund"), Self.ruling(5, "b", "refund")]
    #expect(
      reasons(Self.impact(Self.text(born: [4]), citing: citing, evidence: [citing[0]]))
        == [5: .cites])
    #expect(reasons(Self.impact(nil, citing: citing)) == [4: .cites, 5: .cites])
  }

  @Test func `examples that came out the other way are in doubt`() {
    let made = Self.ruling(4, "a", "refund")
    let evidence = [
      made, Self.ruling(5, "b", "billing"), Self.ruling(6, "c", "refund"),
      Self.ruling(7, "d", "billing"), Self.ruling(8, "e", "refund"),
    ]
    let text = Self.text(examples: ["b", "c"], counterExamples: ["d", "e"], born: [4])
    let contested = evidence + [Self.ruling(9, "f", "billing")]
    #expect(
      reasons(Self.impact(text, evidence: evidence, contested: contested))
        == [5: .example, 8: .example, 9: .labels])
  }

  @Test func `a ruling is in doubt once, for its strongest reason`() {
    let one = Self.impact(
      Self.text(), citing: [Self.ruling(4, "a", "refund", route: 2)],
      contested: [Self.ruling(4, "a", "refund", route: 2), Self.ruling(5, "b", "refund")])
    var other = PartImpact(part: .section(.label(LabelID("refund"))), text: nil)
    other.contested = [Self.ruling(3, "z", "refund"), Self.ruling(4, "a", "refund", route: 2)]
    let impact = GuidelineImpact(of: [other, one])
    #expect(impact.rulings == [3, 4, 5])
    #expect(impact.doubts.map(\.part) == [other.part, Self.part, Self.part])
    #expect(impact.byReason.map(\.reason) == [.cites, .labels])
    #expect(impact.byReason.map(\.rulings) == [1, 2])
    #expect(impact.byRoute.map(\.route) == [2, nil])
    #expect(impact.byRoute.map(\.rulings) == [1, 2])
    let spared = GuidelineImpact(of: [other, one], sparing: [.labels])
    #expect(spared.rulings == [4])
    #expect(spared.spared == 2)
  }
}
