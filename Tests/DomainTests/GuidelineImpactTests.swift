import Domain
import Testing

/// Which rulings a change of the guideline puts in doubt, on lists marked by hand.
struct GuidelineImpactTests {
  private static let clause = ClauseID("R-0001")
  private static let part = GuidelinePart.clause(clause)

  /// Of a unit on which refund and billing stood against each other.
  private static func ruling(
    _ seq: Int, _ item: String, _ label: String?, cites: Bool = false, route: Int? = nil
  ) -> RuledCase {
    RuledCase(
      unit: UnitID(item: ItemID(item)), seq: seq,
      outcome: label.map { .value(.label(LabelID($0))) } ?? .notAnnotatable,
      contest: [LabelID("billing"), LabelID("refund")], by: MemberID("sam"),
      cites: cites ? [clause] : [], route: route)
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

  private func reasons(_ text: ClauseText?, _ rulings: [RuledCase]) -> [Int: DoubtReason] {
    let impact = PartImpact(part: Self.part, text: text, rulings: rulings)
    return Dictionary(uniqueKeysWithValues: impact.doubts.map { ($0.ruling.seq, $0.reason) })
  }

  @Test func `what was ruled the other way on the same labels is in doubt`() {
    let rulings = [
      Self.ruling(4, "a", "refund"), Self.ruling(5, "b", "refund"), Self.ruling(6, "c", "refund"),
      Self.ruling(7, "d", "billing"), Self.ruling(8, "e", nil), Self.ruling(9, "f", "other"),
    ]
    #expect(reasons(Self.text(born: [4, 5]), rulings) == [7: .labels])
    // A clause that shows no case, or as many of each, says nothing of others.
    #expect(reasons(Self.text(), rulings).isEmpty)
    #expect(reasons(Self.text(born: [4, 7]), rulings).isEmpty)
  }

  @Test func `what is cited is in doubt, unless the clause is made from it`() {
    let citing = [
      Self.ruling(4, "a", "refund", cites: true), Self.ruling(5, "b", "refund", cites: true),
    ]
    #expect(reasons(Self.text(born: [4]), citing) == [5: .cites])
    #expect(reasons(nil, citing + [Self.ruling(6, "c", "refund")]) == [4: .cites, 5: .cites])
  }

  @Test func `examples that came out the other way are in doubt`() {
    let rulings = [
      Self.ruling(4, "a", "refund"), Self.ruling(5, "b", "billing"), Self.ruling(6, "c", "refund"),
      Self.ruling(7, "d", "billing"), Self.ruling(8, "e", "refund"),
      Self.ruling(9, "f", "billing"),
    ]
    let text = Self.text(examples: ["b", "c"], counterExamples: ["d", "e"], born: [4])
    #expect(reasons(text, rulings) == [5: .example, 8: .example, 9: .labels])
  }

  @Test func `a definition puts the contests of its label in doubt`() {
    let rulings = [Self.ruling(4, "a", "refund"), Self.ruling(5, "b", "billing")]
    func doubts(_ label: String) -> [Int] {
      PartImpact(part: .section(.label(LabelID(label))), text: nil, rulings: rulings)
        .doubts.map(\.ruling.seq)
    }
    #expect(doubts("refund") == [4, 5])
    #expect(doubts("other").isEmpty)
    let policy = GuidelinePart.section(.policy(PolicyID("p")))
    #expect(PartImpact(part: policy, text: nil, rulings: rulings).doubts.isEmpty)
  }

  @Test func `a ruling is in doubt once, for its strongest reason`() {
    let rulings = [
      Self.ruling(3, "z", "refund"), Self.ruling(4, "a", "billing", cites: true, route: 2),
      Self.ruling(5, "b", "refund"), Self.ruling(6, "c", "billing"),
    ]
    let one = PartImpact(part: Self.part, text: Self.text(born: [5]), rulings: rulings)
    let other = PartImpact(
      part: .section(.label(LabelID("refund"))), text: nil, rulings: Array(rulings[0...1]))
    let impact = GuidelineImpact(of: [other, one])
    #expect(impact.rulings == [3, 4, 6])
    #expect(impact.doubts.map(\.part) == [other.part, Self.part, Self.part])
    #expect(impact.byReason.map(\.reason) == [.cites, .labels])
    #expect(impact.byReason.map(\.rulings) == [1, 2])
    #expect(impact.byRoute.map(\.route) == [2, nil])
    #expect(impact.byRoute.map(\.rulings) == [1, 2])
    let spared = GuidelineImpact(of: [other, one], sparing: [.labels])
    #expect(spared.rulings == [4])
    #expect(spared.spared == 2)
  }

  @Test func `a first definition sways nothing, a second may`() {
    var guideline = Guideline()
    let label = GuidelinePart.section(.label(LabelID("refund")))
    func take(_ seq: Int, _ body: EventBody) {
      let draft = EventDraft(
        operation: OperationID(high: 0, low: UInt64(seq)), at: Instant(milliseconds: 0),
        actor: MemberID("rev"), isSandbox: true, body: body)
      guideline.evolve(Event(seq: seq, previous: .zero, hash: .zero, draft: draft))
    }
    take(1, .guideline(SectionChange(id: .label(LabelID("refund")), base: -1, text: "one")))
    #expect(!guideline.maySway(label))
    take(
      2,
      .publish(
        Publication(
          version: 1, digest: .zero,
          changes: [PublishedChange(part: label, seq: 1, kind: .semantic)])))
    take(3, .guideline(SectionChange(id: .label(LabelID("refund")), base: 1, text: "two")))
    #expect(guideline.maySway(label))
    #expect(!guideline.maySway(.section(.policy(PolicyID("p")))))
    #expect(guideline.maySway(Self.part))
  }
}
