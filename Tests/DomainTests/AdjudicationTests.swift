import Domain
import Testing

struct AdjudicationTests {
  private let unit = UnitID(item: ItemID("1"))
  private let lead = Member(id: MemberID("lea"), user: "lea", roles: [.lead, .adjudicator])
  private let senior = Member(id: MemberID("sam"), user: "sam", roles: [.adjudicator])
  private let reader = Member(id: MemberID("obs"), user: nil, roles: [.observer])

  private func configuration() throws -> ProjectConfiguration {
    var configuration = ProjectConfiguration(name: "p")
    configuration.labels = [
      LabelDefinition(id: LabelID("a")), LabelDefinition(id: LabelID("b"), tier: TierID("high")),
    ]
    configuration.tiers = [Tier(id: TierID("high"), cost: Number(5), reason: .required)]
    return configuration
  }

  private func context(
    seats: [Seat: SeatStanding] = [:], raters: [AnnotatorID] = [], route: Route? = nil,
    members: [Member]? = nil
  ) throws -> DecisionContext {
    let facts = UnitFacts(
      id: unit, newestBatch: 3, raters: raters, kind: .label, labelsInUse: [], route: route,
      seats: seats)
    return DecisionContext(
      members: members ?? [lead, senior, reader], configuration: try configuration(), unit: facts)
  }

  private func ruling(_ label: String, base: Int = -1, batch: Int = 3) -> Decision {
    Decision(
      seatID: SeatID(unit: unit, seat: .main), base: base, batch: batch,
      outcome: .value(.label(LabelID(label))))
  }

  private func refusal(
    _ command: Command, by member: Member, in context: DecisionContext
  ) -> Refusal? {
    do {
      _ = try Adjudication.decide(command, by: member.id, in: context)
      return nil
    } catch {
      return error
    }
  }

  @Test func `an adjudicator settles an open unit`() throws {
    let events = try Adjudication.decide(.rule(ruling("a")), by: senior.id, in: try context())
    #expect(events == [.decision(ruling("a"))])
  }

  @Test func `rights are checked where events are made`() throws {
    let free = try context()
    #expect(refusal(.rule(ruling("a")), by: reader, in: free) == .needsRole(.adjudicator))
    let stranger = Member(id: MemberID("x"), user: nil, roles: [.lead])
    #expect(refusal(.rule(ruling("a")), by: stranger, in: free) == .notAMember)
    let own = Member(
      id: MemberID("sam"), user: nil, roles: [.adjudicator], annotators: [AnnotatorID("A3")])
    let rated = try context(raters: [AnnotatorID("A3")], members: [own])
    #expect(refusal(.rule(ruling("a")), by: own, in: rated) == .ownRating(AnnotatorID("A3")))
    let routed = try context(route: Route(when: .all, to: [.role(.lead)]))
    #expect(
      refusal(.rule(ruling("a")), by: senior, in: routed) == .routedElsewhere([.role(.lead)]))
    #expect(refusal(.rule(ruling("a")), by: lead, in: routed) == nil)
  }

  @Test func `the loser of a race is told who won`() throws {
    let standing = SeatStanding(
      status: .ruled, seq: 9, by: lead.id, outcome: .value(.label(LabelID("b"))))
    let settled = try context(seats: [.main: standing])
    #expect(refusal(.rule(ruling("a")), by: senior, in: settled) == .settledMeanwhile(standing))
    #expect(
      refusal(.rule(ruling("a", base: 9)), by: senior, in: settled) == .alreadySettled(standing))
    #expect(
      refusal(.rule(ruling("a", batch: 2)), by: senior, in: try context())
        == .ratingsChanged(batch: 3))
  }

  @Test func `a unit that was taken back can be ruled on again`() throws {
    for status in [SeatStanding.Status.withdrawn, .reopened] {
      let standing = SeatStanding(status: status, seq: 9, by: lead.id, outcome: .ambiguous)
      let open = try context(seats: [.main: standing])
      #expect(refusal(.rule(ruling("a", base: 9)), by: senior, in: open) == nil)
      #expect(refusal(.rule(ruling("a")), by: senior, in: open) == .settledMeanwhile(standing))
    }
  }

  @Test func `what was escalated is for leads`() throws {
    let standing = SeatStanding(status: .escalated, seq: 4, by: senior.id, outcome: .escalated)
    let escalated = try context(seats: [.main: standing])
    #expect(refusal(.rule(ruling("a", base: 4)), by: senior, in: escalated) == .escalatedToLeads)
    #expect(refusal(.rule(ruling("a", base: 4)), by: lead, in: escalated) == nil)
    #expect(refusal(.withdraw(SeatID(unit: unit, seat: .main)), by: senior, in: escalated) == nil)
  }

  @Test func `only declared labels of the right kind are rulings`() throws {
    let free = try context()
    let unknown = Refusal.unknownLabel(LabelID("c"), admissible: [LabelID("a"), LabelID("b")])
    #expect(refusal(.rule(ruling("c")), by: senior, in: free) == unknown)
    var number = ruling("a")
    number.outcome = .value(.number(Number(3)))
    #expect(
      refusal(.rule(number), by: senior, in: free) == .wrongKind(given: .number, expected: .label))
    for kind in OutcomeKind.allCases {
      guard let outcome = Outcome(kind: kind) else { continue }
      var bare = ruling("a")
      bare.outcome = outcome
      #expect(refusal(.rule(bare), by: senior, in: free) == nil)
    }
  }

  @Test func `a costly tier asks why, and words have a length`() throws {
    let free = try context()
    #expect(refusal(.rule(ruling("b")), by: senior, in: free) == .reasonRequired(TierID("high")))
    var said = ruling("b")
    said.reason = "policy"
    #expect(refusal(.rule(said), by: senior, in: free) == nil)
    said.rationale = String(repeating: "é", count: 4097)
    #expect(
      refusal(.rule(said), by: senior, in: free) == .rationaleTooLong(bytes: 8194, limit: 8192))
  }

  @Test func `one takes back one's own ruling, a lead reopens any`() throws {
    let seat = SeatID(unit: unit, seat: .main)
    let standing = SeatStanding(status: .ruled, seq: 9, by: senior.id, outcome: .ambiguous)
    let settled = try context(seats: [.main: standing])
    let taken = try Adjudication.decide(.withdraw(seat), by: senior.id, in: settled)
    #expect(taken == [.withdraw(Withdrawal(seatID: seat, base: 9))])
    #expect(refusal(.withdraw(seat), by: lead, in: settled) == .notYourRuling(senior.id))
    #expect(refusal(.reopen(seat, reason: nil), by: senior, in: settled) == .needsRole(.lead))
    #expect(refusal(.reopen(seat, reason: nil), by: lead, in: settled) == nil)
    #expect(refusal(.withdraw(seat), by: senior, in: try context()) == .nothingToWithdraw)
    #expect(refusal(.reopen(seat, reason: nil), by: lead, in: try context()) == .nothingToReopen)
  }

  @Test func `roles are a lead's, and one lead stays`() throws {
    let free = try context()
    let demoted = Member(id: lead.id, user: "lea", roles: [.adjudicator])
    #expect(refusal(.member(demoted), by: lead, in: free) == .lastLead)
    #expect(refusal(.member(demoted), by: senior, in: free) == .needsRole(.lead))
    let double = Member(id: MemberID("new"), user: "sam", roles: [.observer])
    #expect(
      refusal(.member(double), by: lead, in: free) == .userBoundTwice(user: "sam", to: senior.id))
    let nameless = Member(id: MemberID(""), user: nil, roles: [])
    #expect(refusal(.member(nameless), by: lead, in: free) == .emptyName)
  }
}
