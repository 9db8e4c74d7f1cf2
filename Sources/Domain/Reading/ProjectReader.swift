/// What screens and commands read of a project, whichever store holds it.
///
/// All verbs are synchronous and are called from workers, never from the thread that paints. Each
/// sees one consistent state: a prefix of the log.
public protocol ProjectReader: Sendable {
  /// O(labels² + tiers): reads sums.
  func summary(now: Instant) throws(ReadFailure) -> ProjectSummary

  /// The first `count` rows after `offset`, and the size of the whole list.
  func page(_ query: QueueQuery, offset: Int, count: Int) throws(ReadFailure) -> QueuePage

  /// The whole list in order, as handles.
  func handles(_ query: QueueQuery) throws(ReadFailure) -> [UnitHandle]

  /// The whole list in order with its groups: what a list keeps while it is worked.
  func list(_ query: QueueQuery) throws(ReadFailure) -> QueueList

  /// The names of units, in the order of `handles`; a handle that is gone has none.
  func units(_ handles: [UnitHandle]) throws(ReadFailure) -> [UnitID]

  /// Rows in the order of `handles`; a handle that is gone has no row.
  func rows(_ handles: [UnitHandle], now: Instant) throws(ReadFailure) -> [QueueRow]

  /// The unit that the project's policy puts first for `query.viewer`, other than `skipped`.
  func next(
    _ query: QueueQuery, skipping skipped: Set<UnitID>
  ) throws(ReadFailure) -> QueueRow?

  /// nil for an item that is not there. O(ratings of the item).
  func dossier(_ item: ItemID, now: Instant) throws(ReadFailure) -> Dossier?

  /// The last ruling of a member that stands; nil where none does. O(rulings).
  func lastRuling(by member: MemberID) throws(ReadFailure) -> OwnRuling?

  /// nil for a unit that is not there.
  func facts(_ unit: UnitID) throws(ReadFailure) -> UnitFacts?

  func members() throws(ReadFailure) -> [Member]

  /// The canonical text of the settings in force; nil before the first.
  func configurationText() throws(ReadFailure) -> String?

  /// Whether an operation is in the log already, and where.
  func position(of operation: OperationID) throws(ReadFailure) -> Int?

  /// Units in byte order of their ids, one at a time; stops where `body` returns false.
  func visitUnits(_ body: (SettledUnit) -> Bool) throws(ReadFailure)
}

/// Why a store could not be read.
public enum ReadFailure: Error, Hashable, Sendable {
  /// Another process holds the store for longer than we wait.
  case busy
  /// The derived tables do not fit the log; `doctor --rebuild` makes them anew.
  case stale(String)
  case failed(String)
}
