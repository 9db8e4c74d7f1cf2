import Domain

/// Events of a log that nobody wrote, one a step.
struct MadeLog {
  private(set) var events: [Event] = []

  mutating func append(_ body: EventBody, by member: String, day: Int = 0) {
    let draft = EventDraft(
      operation: OperationID(high: 0, low: UInt64(events.count)),
      at: Instant(milliseconds: Int64(day) * 86_400_000 + 3_600_000), actor: MemberID(member),
      isSandbox: false, body: body)
    events.append(Event(seq: events.count, previous: .zero, hash: .zero, draft: draft))
  }

  /// A ruling with a label, changed by `body` where it is to say more.
  mutating func rule(
    _ item: String, _ label: String, by member: String, day: Int = 0, seat: Seat = .main,
    _ body: (inout Decision) -> Void = { _ in }
  ) {
    settle(item, .value(.label(LabelID(label))), by: member, day: day, seat: seat, body)
  }

  mutating func settle(
    _ item: String, _ outcome: Outcome, by member: String, day: Int = 0, seat: Seat = .main,
    _ body: (inout Decision) -> Void = { _ in }
  ) {
    var decision = Decision(
      seatID: Self.seat(item, seat), base: -1, batch: 1, outcome: outcome)
    body(&decision)
    append(.decision(decision), by: member, day: day)
  }

  mutating func withdraw(_ item: String, by member: String) {
    append(.withdraw(Withdrawal(seatID: Self.seat(item, .main), base: 0)), by: member)
  }

  mutating func reopen(_ item: String, by member: String) {
    append(.reopen(Withdrawal(seatID: Self.seat(item, .main), base: 0)), by: member)
  }

  private static func seat(_ item: String, _ seat: Seat) -> SeatID {
    SeatID(unit: UnitID(item: ItemID(item)), seat: seat)
  }
}
