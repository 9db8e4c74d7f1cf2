import Domain
import Testing

struct ProjectStateTests {
  private let seat = SeatID(unit: UnitID(item: ItemID("1")), seat: .main)

  private func events(_ bodies: [EventBody]) throws -> [Event] {
    bodies.enumerated().map { index, body in
      let draft = EventDraft(
        operation: OperationID(high: 0, low: UInt64(index)), at: Instant(milliseconds: 0),
        actor: MemberID("m"), isSandbox: true, body: body)
      return Event(seq: index, previous: .zero, hash: .zero, draft: draft)
    }
  }

  private func state(_ bodies: [EventBody]) throws -> ProjectState {
    var state = ProjectState()
    for event in try events(bodies) { state.evolve(event) }
    return state
  }

  @Test func `the last event at a seat holds`() throws {
    let ruled = EventBody.decision(
      Decision(seatID: seat, base: -1, batch: 1, outcome: .value(.label(LabelID("a")))))
    let back = EventBody.withdraw(Withdrawal(seatID: seat, base: 0))
    #expect(try state([ruled]).seats[seat]?.status == .ruled)
    let taken = try state([ruled, back])
    #expect(taken.seats[seat]?.status == .withdrawn)
    #expect(taken.seats[seat]?.seq == 1)
    #expect(taken.seats[seat]?.outcome == .value(.label(LabelID("a"))))
    #expect(taken.head == 1)
  }

  @Test func `the hashed state is sorted and speaks of seats, members and settings`() throws {
    let other = SeatID(unit: UnitID(item: ItemID("0"), question: QuestionID("q")), seat: .second)
    let bodies: [EventBody] = [
      .decision(Decision(seatID: seat, base: -1, batch: 1, outcome: .ambiguous)),
      .decision(Decision(seatID: other, base: -1, batch: 1, outcome: .escalated)),
      .role(Member(id: MemberID("m"), user: "u", roles: [.lead, .adjudicator])),
    ]
    let text = String(decoding: try state(bodies).hashedBytes, as: UTF8.self)
    let zeros = String(repeating: "0", count: 64)
    #expect(
      text == "0\0q\0second\01\0escalated\n1\0label\0main\00\0ruled\n"
        + "m\0u\0adjudicator,lead\0\n\(zeros)\n\(zeros)\n")
  }

  @Test func `flags are raised and lowered`() throws {
    let raised = EventBody.flag(Remark(unit: seat.unit, text: "look"))
    let lowered = EventBody.flag(Remark(unit: seat.unit, text: "", isRaised: false))
    #expect(try state([raised]).flags == [seat.unit: "look"])
    #expect(try state([raised, lowered]).flags.isEmpty)
  }
}
