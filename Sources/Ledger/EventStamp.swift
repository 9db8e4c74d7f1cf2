public import Domain

/// Who records an event, when, and under which operation id.
///
/// A store asks for one when it has something to record by itself: the clock, the randomness and the
/// person belong to the caller.
public struct EventStamp: Hashable, Sendable {
  public let operation: OperationID
  public let at: Instant
  public let actor: MemberID
  public let isSandbox: Bool

  public init(operation: OperationID, at: Instant, actor: MemberID, isSandbox: Bool) {
    self.operation = operation
    self.at = at
    self.actor = actor
    self.isSandbox = isSandbox
  }

  func draft(_ body: EventBody) -> EventDraft {
    EventDraft(operation: operation, at: at, actor: actor, isSandbox: isSandbox, body: body)
  }
}
