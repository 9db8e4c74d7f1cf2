import Domain
import Ledger
import Synchronization

/// A log that is opened a moment after the index that reads it: opening wants to know how far the
/// index had come, so that a tail which the index knows is never taken for a torn one.
final class LaterLog: EventStore {
  private let store = Mutex<FileEventStore?>(nil)
  private let directory: String

  init(directory: String) {
    self.directory = directory
  }

  /// Opens the log; see `FileEventStore.init`.
  func open(known: [Head], options: FileStoreOptions) throws(LedgerError) {
    let opened = try FileEventStore(opening: directory, known: known, options: options)
    store.withLock { $0 = opened }
  }

  /// Torn tails that were cut off since it was opened.
  var recoveries: [Recovery] {
    store.withLock { $0?.recoveries ?? [] }
  }

  func head() throws(LedgerError) -> Head {
    try opened().head()
  }

  func append(
    _ drafts: [EventDraft], expecting: Head
  ) throws(LedgerError) -> AppendResult {
    try opened().append(drafts, expecting: expecting)
  }

  func read(from: Int, limit: Int) throws(LedgerError) -> [Event] {
    try opened().read(from: from, limit: limit)
  }

  private func opened() throws(LedgerError) -> FileEventStore {
    guard let opened = store.withLock({ $0 }) else { throw .noLog(path: directory) }
    return opened
  }
}
