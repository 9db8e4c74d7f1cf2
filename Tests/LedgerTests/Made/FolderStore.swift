import Domain
import Ledger
import Synchronization

/// A file store in a folder that lives as long as it does.
final class FolderStore: EventStore {
  let folder: TemporaryFolder
  let store: FileEventStore

  init(faults: (any FileFaults)? = nil) throws {
    folder = try TemporaryFolder()
    try FileEventStore.create(in: folder.log)
    store = try FileEventStore(
      opening: folder.log, known: [], options: .made(), faults: faults)
  }

  func head() throws(LedgerError) -> Head {
    try store.head()
  }

  func append(
    _ drafts: [EventDraft], expecting: Head
  ) throws(LedgerError) -> AppendResult {
    try store.append(drafts, expecting: expecting)
  }

  func read(from: Int, limit: Int) throws(LedgerError) -> [Event] {
    try store.read(from: from, limit: limit)
  }

  /// Another handle on the same log.
  func reopened(
    known: [Head] = [], faults: (any FileFaults)? = nil
  ) throws(LedgerError) -> FileEventStore {
    try FileEventStore(opening: folder.log, known: known, options: .made(), faults: faults)
  }
}

extension FileStoreOptions {
  /// Options with stamps that count up.
  static func made() -> FileStoreOptions {
    let counter = StampCounter()
    return FileStoreOptions { counter.next() }
  }
}

/// Makes stamps with an operation id that nobody else has.
private final class StampCounter: Sendable {
  private let count = Mutex(UInt64.random(in: 1...UInt64.max))

  func next() -> EventStamp {
    let low = count.withLock { count in
      count &+= 1
      return count
    }
    return EventStamp(
      operation: OperationID(high: 0xEC0E, low: low), at: Instant(milliseconds: 0),
      actor: MemberID("ruth"), isSandbox: false)
  }
}
