/// A recorded fact, with its place in the log.
public struct Event: Hashable, Sendable {
  /// Position in the log: 0, 1, 2, … without gaps.
  public let seq: Int
  /// Hash of the line before; zeros at position 0.
  public let previous: Digest
  /// Hash of this line.
  public let hash: Digest
  public let draft: EventDraft

  public init(seq: Int, previous: Digest, hash: Digest, draft: EventDraft) {
    self.seq = seq
    self.previous = previous
    self.hash = hash
    self.draft = draft
  }

  public var body: EventBody { draft.body }
}

/// An event before the log gives it a place.
public struct EventDraft: Hashable, Sendable {
  public let operation: OperationID
  public let at: Instant
  public let actor: MemberID
  /// Made in a project that honours a stated identity; never fit for a release.
  public let isSandbox: Bool
  public let body: EventBody

  public init(
    operation: OperationID, at: Instant, actor: MemberID, isSandbox: Bool, body: EventBody
  ) {
    self.operation = operation
    self.at = at
    self.actor = actor
    self.isSandbox = isSandbox
    self.body = body
  }
}
