import Domain
import Ledger
import Synchronization
import TeamStore

/// A log that is opened a moment after the index that reads it: opening wants to know how far the
/// index had come, so that a tail which the index knows is never taken for a torn one.
///
/// Where a sync failed, the handle that saw it is of no use any more. The next call opens the log
/// again, which holds it against all that was seen of it before.
final class LaterLog: EventStore {
  private struct State {
    var store: FileEventStore?
    var options: FileStoreOptions?
    /// The last head that was seen.
    var seen = Head.empty
    /// Torn tails that handles before this one cut off.
    var recoveries: [Recovery] = []
  }

  private let state = Mutex(State())
  private let directory: String
  private let team: Team?
  private let server = Mutex<PostgresEventStore?>(nil)

  /// - Parameter team: where the log is on a server; nil: it is in the directory.
  init(directory: String, team: Team?) {
    self.directory = directory
    self.team = team
  }

  /// Opens the log; see `FileEventStore.init` and `PostgresEventStore.init`.
  func open(known: [Head], options: FileStoreOptions) throws(LedgerError) {
    if let team {
      let opened = try team.log(known: known)
      return server.withLock { $0 = opened }
    }
    let opened = try FileEventStore(opening: directory, known: known, options: options)
    let head = try opened.head()
    state.withLock {
      $0.store = opened
      $0.options = options
      $0.seen = head
    }
  }

  /// Torn tails that were cut off since it was opened.
  var recoveries: [Recovery] {
    state.withLock { $0.recoveries + ($0.store?.recoveries ?? []) }
  }

  func head() throws(LedgerError) -> Head {
    let head = try calling { (store) throws(LedgerError) in try store.head() }
    note(head)
    return head
  }

  func append(
    _ drafts: [EventDraft], expecting: Head
  ) throws(LedgerError) -> AppendResult {
    let result = try calling { (store) throws(LedgerError) in
      try store.append(drafts, expecting: expecting)
    }
    switch result {
    case .appended(let events), .alreadyThere(let events):
      if let last = events.last { note(Head(of: last)) }
    case .conflict(let head): note(head)
    }
    return result
  }

  func read(from: Int, limit: Int) throws(LedgerError) -> [Event] {
    try calling { (store) throws(LedgerError) in try store.read(from: from, limit: limit) }
  }

  private func note(_ head: Head) {
    state.withLock { state in
      if head.seq > state.seen.seq { state.seen = head }
    }
  }

  private func calling<Answer>(
    _ body: (any EventStore) throws(LedgerError) -> Answer
  ) throws(LedgerError) -> Answer {
    if let server = server.withLock({ $0 }) { return try body(server) }
    let store = try opened()
    do {
      return try body(store)
    } catch {
      guard case .unusable = error else { throw error }
      return try body(try reopened(store))
    }
  }

  private func opened() throws(LedgerError) -> FileEventStore {
    guard let opened = state.withLock({ $0.store }) else { throw .noLog(path: directory) }
    return opened
  }

  /// - Parameter spent: the handle that is of no use; another thread may have replaced it already.
  private func reopened(_ spent: FileEventStore) throws(LedgerError) -> FileEventStore {
    try state.withLock { (state) throws(LedgerError) in
      guard let options = state.options else { throw .unusable(path: directory) }
      if let store = state.store, store !== spent { return store }
      let known = state.seen.seq >= 0 ? [state.seen] : []
      let store = try FileEventStore(opening: directory, known: known, options: options)
      state.recoveries += spent.recoveries
      state.store = store
      return store
    }
  }
}
