public import Domain
import Glibc
import Synchronization

/// A log in a folder of plain files, which several processes on one machine may use at once.
///
/// The folder holds `events.jsonl`, only ever appended to, `store.lock`, `attach/` and `quarantine/`.
/// Appends take the lock alone; a look at the file's end takes it together with other readers. What
/// was seen once must still be there: a file that is shorter, another file in its place, or a last
/// line that changed is a broken log.
///
/// A write that failed leaves the log as it was. A sync that failed is not tried again and leaves nobody
/// knowing: what was written is cut off where that can be done, the handle then answers `unusable`, and
/// the log is to be opened again, which looks at what is there.
public final class FileEventStore: EventStore {
  private struct State: ~Copyable {
    var log: LogFile
    var isUnusable = false
    var recoveries: [Recovery] = []
  }

  private let state: Mutex<State>
  private let folder: LogFolder
  private let disk: Disk
  private let options: FileStoreOptions

  /// Opens the log in a folder, and recovers it where the last writer died.
  ///
  /// - Parameters:
  ///   - directory: the folder, usually `log` in the project's.
  ///   - known: heads that were seen before: the index's, the remembered one. The log must have them
  ///     all. O(events since the newest), and O(1) in the log where nothing is known.
  /// - Throws: `LedgerError.broken` where it has not, or ends in what no crash leaves; nothing was
  ///   changed then. Also `.noLog`, `.untrusted`, `.busy` and `.file`.
  public convenience init(
    opening directory: String, known: [Head] = [], options: FileStoreOptions
  ) throws(LedgerError) {
    try self.init(opening: directory, known: known, options: options, faults: nil)
  }

  package init(
    opening directory: String, known: [Head], options: FileStoreOptions,
    faults: (any FileFaults)?
  ) throws(LedgerError) {
    let folder = LogFolder(path: directory, sharing: options.sharing)
    let disk = Disk(faults: faults)
    let trust = try FileTrust(folder: directory, owners: options.owners, disk: disk)
    guard try Self.wrapping({ () throws(FileFailure) in try disk.status(at: folder.events) }) != nil
    else { throw .noLog(path: folder.events) }
    let file = try Self.openEvents(folder, options.access, disk)
    try trust.require(file, disk: disk)

    var state = State(log: LogFile(folder: folder, file: file, disk: disk))
    do {
      let lock = try Self.lock(folder, options, .exclusive)
      let tail = try state.log.findHead(known: known)
      try state.log.settle(readOnly: options.access == .readOnly)
      if let tail, options.access == .readWrite { try Self.recover(&state, from: tail, options) }
      _ = consume lock
    }
    self.folder = folder
    self.disk = disk
    self.options = options
    self.state = Mutex(state)
  }

  /// Makes an empty log, durably, and the folder if it is missing.
  ///
  /// - Throws: `LedgerError.logExists` where there is a log.
  public static func create(
    in directory: String, sharing: FileSharing = .owner
  ) throws(LedgerError) {
    try create(in: directory, sharing: sharing, faults: nil)
  }

  package static func create(
    in directory: String, sharing: FileSharing, faults: (any FileFaults)?
  ) throws(LedgerError) {
    let folder = LogFolder(path: directory, sharing: sharing)
    let disk = Disk(faults: faults)
    do throws(FileFailure) {
      try disk.makeDirectory(directory, mode: sharing.folderPermissions)
      // The lock may be left from a creation that did not come to its end.
      for (path, exclusive) in [(folder.lock, 0), (folder.events, O_EXCL)] {
        let file = try disk.open(
          path, O_RDWR | O_CREAT | exclusive, mode: sharing.filePermissions)
        try disk.setMode(file, sharing.filePermissions)
        try disk.sync(file)
      }
      try disk.syncDirectory(directory)
    } catch {
      guard error.call == .open, error.code == EEXIST else { throw .file(error) }
      throw .logExists(path: folder.events)
    }
  }

  /// Torn tails that were cut off since this handle was opened, oldest first; each is an event too.
  public var recoveries: [Recovery] {
    state.withLock { $0.recoveries }
  }

  public func head() throws(LedgerError) -> Head {
    try state.withLock { (state) throws(LedgerError) in
      try refresh(&state)
      return state.log.head
    }
  }

  public func read(from: Int, limit: Int) throws(LedgerError) -> [Event] {
    try state.withLock { (state) throws(LedgerError) in
      try refresh(&state)
      var events: [Event] = []
      guard limit > 0 else { return events }
      let attachments = AttachmentFolder(folder: folder, disk: disk)
      try state.log.lines(from: max(0, from)) { (line) throws(LedgerError) in
        events.append(try attachments.event(line))
        return events.count < limit
      }
      return events
    }
  }

  public func append(
    _ drafts: [EventDraft], expecting: Head
  ) throws(LedgerError) -> AppendResult {
    let encoded = try EncodedDraft.all(drafts)
    guard options.access == .readWrite else { throw .readOnly(path: folder.events) }
    let attachments = AttachmentFolder(folder: folder, disk: disk)
    for attachment in encoded.flatMap(\.attachments) { try attachments.store(attachment) }
    return try state.withLock { (state) throws(LedgerError) in
      let lock = try Self.lock(folder, options, .exclusive)
      try catchUp(&state)
      let result = try append(encoded, expecting: expecting, to: &state)
      _ = consume lock
      return result
    }
  }

  private func append(
    _ encoded: [EncodedDraft], expecting: Head, to state: inout State
  ) throws(LedgerError) -> AppendResult {
    var since: [OperationID] = []
    try state.log.require(expecting)
    try state.log.lines(from: expecting.seq + 1) { (line) throws(LedgerError) in
      since.append(line.operation)
      return true
    }
    switch AppendOutlook(operations: encoded.map(\.draft.operation), since: since) {
    case .alreadyThere(let places):
      return .alreadyThere(try events(at: places.map { expecting.seq + 1 + $0 }, in: &state))
    case .conflict:
      return .conflict(state.log.head)
    case .free:
      let lines = try EncodedDraft.lines(encoded, after: state.log.head)
      if !lines.isEmpty { try Self.write(lines, to: &state) }
      return .appended(lines.map(\.event))
    }
  }

  private func events(
    at places: [Int], in state: inout State
  ) throws(LedgerError) -> [Event] {
    let attachments = AttachmentFolder(folder: folder, disk: disk)
    var events: [Event] = []
    for seq in places {
      try state.log.lines(from: seq) { (line) throws(LedgerError) in
        events.append(try attachments.event(line))
        return false
      }
    }
    return events
  }

  /// Takes in what others appended, as a reader: a torn tail is left to the next writer.
  private func refresh(_ state: inout State) throws(LedgerError) {
    let lock = try Self.lock(folder, options, .shared)
    _ = try takeIn(&state)
    _ = consume lock
  }

  /// Takes in what others appended, as the writer: a torn tail is cut off.
  private func catchUp(_ state: inout State) throws(LedgerError) {
    guard let tail = try takeIn(&state) else { return }
    do throws(LedgerError) {
      try Self.recover(&state, from: tail, options)
    } catch {
      // The cut may be half done; only opening again tells.
      state.isUnusable = true
      throw error
    }
  }

  private func takeIn(_ state: inout State) throws(LedgerError) -> LogFile.TornTail? {
    guard !state.isUnusable else { throw .unusable(path: folder.events) }
    let size = try state.log.requireUnchanged()
    guard size > state.log.end else { return nil }
    let known = state.log.head
    let tail = try state.log.advance(to: size)
    guard state.log.head != known else { return tail }
    do {
      try state.log.settle(readOnly: options.access == .readOnly)
    } catch {
      state.isUnusable = true
      throw error
    }
    return tail
  }

  private static func recover(
    _ state: inout State, from tail: LogFile.TornTail, _ options: FileStoreOptions
  ) throws(LedgerError) {
    let recovery = try state.log.cutOff(tail)
    let draft = options.stamp().draft(.recovered(recovery))
    try write(
      EncodedDraft.lines(EncodedDraft.all([draft]), after: state.log.head), to: &state)
    state.recoveries.append(recovery)
  }

  private static func write(
    _ lines: [EncodedDraft.Line], to state: inout State
  ) throws(LedgerError) {
    do {
      try state.log.append(lines)
    } catch {
      switch error {
      case .undone(let failure): throw .file(failure)
      case .lost(let failure):
        state.isUnusable = true
        throw .file(failure)
      }
    }
  }

  private static func openEvents(
    _ folder: LogFolder, _ access: FileStoreOptions.Access, _ disk: Disk
  ) throws(LedgerError) -> OpenFile {
    do throws(FileFailure) {
      return try disk.open(
        folder.events, access == .readWrite ? O_RDWR | O_APPEND : O_RDONLY)
    } catch {
      guard error.code == ELOOP else { throw .file(error) }
      throw .untrusted(path: folder.events, reason: .symbolicLink)
    }
  }

  /// The lock on the log; none where one only reads and may not even lock.
  private static func lock(
    _ folder: LogFolder, _ options: FileStoreOptions, _ mode: FileLock.Mode
  ) throws(LedgerError) -> FileLock? {
    let readOnly = options.access == .readOnly
    do throws(LedgerError) {
      return try FileLock(
        folder.lock, readOnly ? .shared : mode, waitingUpTo: options.lockWaitMilliseconds,
        permissions: folder.sharing.filePermissions)
    } catch {
      if readOnly, case .file = error { return nil }
      throw error
    }
  }

  private static func wrapping<Content>(
    _ body: () throws(FileFailure) -> Content
  ) throws(LedgerError) -> Content {
    do {
      return try body()
    } catch {
      throw .file(error)
    }
  }
}
