import Domain
import Testing

/// Who may say what is gold, and of what.
struct GoldDecisionTests {
  private static let lead = Member(id: MemberID("lea"), user: nil, roles: [.lead])
  private static let senior = Member(id: MemberID("sam"), user: nil, roles: [.adjudicator])
  private static let reviewer = Member(id: MemberID("rev"), user: nil, roles: [.reviewer])
  private static let rater = Member(
    id: MemberID("rat"), user: nil, roles: [.adjudicator], annotators: [AnnotatorID("A1")])
  private static let unit = UnitID(item: ItemID("1"))
  private static let a = Outcome.value(.label(LabelID("a")))

  private func context(
    ruled: SeatStanding.Status? = nil, outcome: Outcome = a, gold: GoldStanding? = nil,
    imported: Bool = false, isKnown: Bool = true
  ) -> DecisionContext {
    var configuration = ProjectConfiguration(name: "p")
    configuration.labels = [
      LabelDefinition(id: LabelID("a")), LabelDefinition(id: LabelID("b")),
    ]
    let standing = ruled.map {
      SeatStanding(status: $0, seq: 7, by: Self.senior.id, outcome: outcome)
    }
    let facts = UnitFacts(
      id: Self.unit, newestBatch: 1, raters: [AnnotatorID("A1")], kind: .label, labelsInUse: [],
      route: nil, seats: standing.map { [.main: $0] } ?? [:], gold: gold,
      hasImportedGold: imported)
    return DecisionContext(
      members: [Self.lead, Self.senior, Self.reviewer, Self.rater], configuration: configuration,
      unit: isKnown ? facts : nil)
  }

  private func decided(
    _ wish: GoldProposal.Wish, by member: Member = senior, base: Int? = nil,
    in context: DecisionContext
  ) throws(Refusal) -> GoldChange? {
    let proposal = GoldProposal(unit: Self.unit, base: base, wish: wish)
    let bodies = try Adjudication.decide(.gold(proposal), by: member.id, in: context)
    guard bodies.count == 1, case .gold(let change) = bodies[0] else { return nil }
    return change
  }

  private func refusal(
    _ wish: GoldProposal.Wish, by member: Member = senior, base: Int? = nil,
    in context: DecisionContext
  ) -> Refusal? {
    do throws(Refusal) {
      _ = try decided(wish, by: member, base: base, in: context)
      return nil
    } catch {
      return error
    }
  }

  private static func marked(_ outcome: Outcome?, at seq: Int = 4) -> GoldStanding {
    GoldStanding(
      seq: seq, by: lead.id, at: Instant(milliseconds: 0),
      mark: outcome.map { GoldMark(outcome: $0) })
  }

  @Test func `adjudicators and leads mark, others do not`() throws {
    #expect(try decided(.outcome(Self.a), by: Self.lead, in: context())?.mark?.outcome == Self.a)
    #expect(try decided(.outcome(Self.a), in: context())?.base == -1)
    #expect(
      refusal(.outcome(Self.a), by: Self.reviewer, in: context()) == .needsRole(.adjudicator))
  }

  @Test func `who rated an item does not say what is right of it, also not by a ruling`() {
    let own = Refusal.ownRating(AnnotatorID("A1"))
    #expect(refusal(.outcome(Self.a), by: Self.rater, in: context()) == own)
    #expect(refusal(.ruling, by: Self.rater, in: context(ruled: .ruled)) == own)
  }

  @Test func `gold is made of the ruling that stands`() throws {
    let change = try decided(.ruling, in: context(ruled: .ruled))
    #expect(change?.mark == GoldMark(outcome: Self.a, ruling: 7))
    for status: SeatStanding.Status? in [nil, .withdrawn, .reopened, .escalated] {
      #expect(refusal(.ruling, in: context(ruled: status)) == .nothingRuled)
    }
    #expect(
      refusal(.ruling, in: context(ruled: .ruled, outcome: .ambiguous)) == .noGold(.ambiguous))
    #expect(refusal(.outcome(.escalated), in: context()) == .noGold(.escalated))
  }

  @Test func `the value is one that the unit may have`() {
    #expect(refusal(.outcome(.noneOfThese), in: context()) == nil)
    #expect(
      refusal(.outcome(.value(.label(LabelID("z")))), in: context())
        == .unknownLabel(LabelID("z"), admissible: [LabelID("a"), LabelID("b")]))
    #expect(
      refusal(.outcome(.value(.text("x"))), in: context())
        == .wrongKind(given: .text, expected: .label))
    #expect(
      refusal(.outcome(Self.a), in: context(isKnown: false)) == .unknownUnit(Self.unit))
  }

  @Test func `a mark follows the last, and says something else`() throws {
    let gold = Self.marked(Self.a)
    #expect(refusal(.outcome(Self.a), in: context(gold: gold)) == .goldAlready)
    let other = Outcome.value(.label(LabelID("b")))
    #expect(try decided(.outcome(other), in: context(gold: gold))?.base == 4)
    #expect(
      refusal(.outcome(other), base: -1, in: context(gold: gold)) == .goldChangedMeanwhile(seq: 4))
    #expect(refusal(.outcome(other), base: 4, in: context(gold: gold)) == nil)
    #expect(try decided(.outcome(Self.a), in: context(gold: Self.marked(nil)))?.base == 4)
  }

  @Test func `only what is gold can be unmarked, also what came in as gold`() throws {
    let wish = GoldProposal.Wish.none(reason: "wrong")
    #expect(refusal(wish, in: context()) == .notGold)
    #expect(refusal(wish, in: context(gold: Self.marked(nil), imported: true)) == .notGold)
    let change = try decided(wish, in: context(imported: true))
    #expect(change == GoldChange(unmarking: Self.unit, base: -1, reason: "wrong"))
    #expect(try decided(wish, in: context(gold: Self.marked(Self.a)))?.base == 4)
    #expect(
      refusal(.none(reason: String(repeating: "x", count: 8193)), in: context(imported: true))
        == .rationaleTooLong(bytes: 8193, limit: 8192))
    #expect(
      refusal(wish, by: Self.reviewer, in: context(imported: true)) == .needsRole(.adjudicator))
  }
}
