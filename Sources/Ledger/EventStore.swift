public import Domain

/// An append-only log of events, whose order is the truth.
///
/// **Durability.** When `append` returns `appended` or `alreadyThere`, the events survive a killed
/// process, a full disk and a power cut. Before it returns nothing is promised.
///
/// **Order.** Positions are 0, 1, 2, … without gaps, and the same for every reader. What one caller
/// was told is appended stands before what any caller begins to append afterwards. Every read is a
/// prefix of the log, and later reads are never shorter.
///
/// **Conflict.** `append` does its work only where the log still ends at `expecting`. Otherwise
/// nothing is written and the answer is `conflict` with the present head: read up to it, decide
/// again, append again. A conflict is no error.
///
/// **An append that failed may still have happened.** After any error the events are in the log or
/// not, and the caller cannot know. It tries again with the *same drafts*, so with the same operation
/// ids and the same `expecting`, and where all of them were appended since, the store answers
/// `alreadyThere` with the events as they stand. Only events after `expecting` are looked at: a caller
/// who expects a later head looks operation ids up in its own index first. A crash may leave the first
/// few events of a group and lose the rest; then the answer is `conflict`, and deciding again leaves
/// out what is there.
///
/// **Calling.** Every call may block on the disk or on other writers. Calls from several threads are
/// safe and take turns.
public protocol EventStore: Sendable {
  /// The last position as of now, others' appends included.
  func head() throws(LedgerError) -> Head

  /// Records events, all or none, where the log still ends at `expecting`.
  ///
  /// - Parameter drafts: with operation ids that differ from each other; for no drafts the answer is
  ///   `appended` with no events.
  /// - Throws: `LedgerError.payload` where a draft cannot be written (nothing was), `.busy`, `.file`,
  ///   `.unusable` or `.broken`.
  func append(
    _ drafts: [EventDraft], expecting: Head
  ) throws(LedgerError) -> AppendResult

  /// At most `limit` events from position `from` on, in order, their chain checked.
  ///
  /// Empty where the log ends before `from`. O(events returned), not O(log).
  func read(from: Int, limit: Int) throws(LedgerError) -> [Event]
}

/// What became of an append.
public enum AppendResult: Hashable, Sendable {
  /// The events are in the log, and durable.
  case appended([Event])
  /// Others appended since `expecting`; nothing was written. The head is the present one.
  case conflict(Head)
  /// An earlier attempt had succeeded: these are its events, durable.
  case alreadyThere([Event])
}

extension EventStore {
  /// Hands over all events from a position on, in order, in blocks, up to the head of this moment.
  ///
  /// - Parameter take: returns false to stop early.
  public func forEachEvent(
    from start: Int = 0, blockOf block: Int = 1024, _ take: (Event) -> Bool
  ) throws(LedgerError) {
    let last = try head().seq
    var next = start
    while next <= last {
      let events = try read(from: next, limit: min(block, last - next + 1))
      guard !events.isEmpty else { return }
      for event in events where !take(event) { return }
      next += events.count
    }
  }
}
