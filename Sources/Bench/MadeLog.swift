import Domain
import Ledger

/// A log of made-up rulings, each on another unit.
struct MadeLog {
  let store: FileEventStore
  private var head: Head
  private var made: UInt64 = 0
  private static let member = MemberID("ana")

  init(in folder: String) throws {
    try FileEventStore.create(in: folder)
    store = try FileEventStore(
      opening: folder,
      options: FileStoreOptions(stamp: {
        EventStamp(
          operation: OperationID(high: 9, low: 9), at: Workplace.now(), actor: Self.member,
          isSandbox: false)
      }))
    head = .empty
    let ana = Member(id: Self.member, user: "ana", roles: [.lead, .adjudicator])
    let genesis = Genesis(project: OperationID(high: 7, low: 7), name: "bench")
    try append([draft(.genesis(genesis)), draft(.role(ana))])
  }

  /// Appends rulings, all with one sync.
  mutating func rule(_ count: Int) throws {
    try append((0..<count).map { _ in draft(.decision(ruling())) })
  }

  private mutating func append(_ drafts: [EventDraft]) throws {
    guard case .appended(let events) = try store.append(drafts, expecting: head),
      let last = events.last
    else { throw BenchFailure("the log did not take what it was given") }
    head = Head(seq: last.seq, hash: last.hash)
  }

  private mutating func draft(_ body: EventBody) -> EventDraft {
    made += 1
    return EventDraft(
      operation: OperationID(high: 1, low: made), at: Workplace.now(), actor: Self.member,
      isSandbox: false, body: body)
  }

  private func ruling() -> Decision {
    let unit = UnitID(item: ItemID("item-\(made)"), question: QuestionID("label"))
    var decision = Decision(
      seatID: SeatID(unit: unit, seat: .main), base: -1, batch: 0,
      outcome: .value(.label(LabelID("class_\(10 + made % 20)"))))
    decision.reason = "guideline"
    decision.rationale = "The second sentence decides it."
    decision.milliseconds = 4200
    return decision
  }
}
