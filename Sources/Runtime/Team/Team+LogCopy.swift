import Domain
import Glibc
import Ledger
import TeamStore

extension Team {
  /// How a copy of the log is brought up to the server's.
  enum CopyManner {
    /// What is there is taken for good, and what came since is added.
    case adding
    /// Every line is read again.
    case afresh
  }

  /// Copies the log, its attachments and its checkpoints into the folder of copies, unchecked.
  func copyLog(into folder: ProjectFolder, _ manner: CopyManner) throws(ProjectFailure) {
    let lock: FileLock
    do throws(LedgerError) {
      try ProjectOpening.makeFolder(folder.log)
      try ProjectOpening.makeFolder(folder.log + "/attach")
      lock = try FileLock(folder.log + "/.lock", .exclusive, waitingUpTo: 60_000)
    } catch {
      throw .ledger(error)
    }
    var isCopied = false
    if manner == .adding { isCopied = try addLines(to: folder.events) }
    if !isCopied {
      let file = try FileSink(folder: folder.log, tag: "copy", permissions: 0o600)
      try forEachBlock(orThrow: ProjectFailure.init(server:)) {
        block throws(ProjectFailure) in
        block.withUnsafeBytes { file.writeRemembering($0) }
      }
      try file.publish(as: folder.events)
    }
    let attachments = folder.log + "/attach/"
    try StoredLines(pool, project: project).forEachAttachment(
      orThrow: ProjectFailure.init(server:),
      except: { manner == .adding && Folders.exists(attachments + $0.hex) },
      { digest, bytes throws(ProjectFailure) in
        do throws(LedgerError) {
          try DurableFile.write(bytes, to: attachments + digest.hex)
        } catch {
          throw .ledger(error)
        }
      })
    do throws(LedgerError) {
      try CheckpointCopy.run(from: checkpoints, to: folder.shelf)
    } catch {
      throw .ledger(error)
    }
    _ = consume lock
  }

  /// Adds the lines that came since the copy was made.
  ///
  /// - Returns: false where the copy does not end with a line that the server has.
  private func addLines(to path: String) throws(ProjectFailure) -> Bool {
    guard let last = Self.lastLine(of: path), let line = try? ReadLine(LogLine(stored: last)) else {
      return false
    }
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var isSame: Bool?
    try StoredLines(pool, project: project).forEach(
      from: line.seq, orThrow: ProjectFailure.init(server:),
      { stored throws(ProjectFailure) in
        guard let known = isSame else {
          isSame = stored + [0x0A] == last
          return
        }
        guard known else { return }
        let bytes = stored + [0x0A]
        let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard written == bytes.count else {
          throw .file(path: path, reason: SystemReason.text(errno))
        }
      })
    return isSame ?? false
  }

  /// The last line of a file with its line feed; nil where it does not end with one.
  private static func lastLine(of path: String) -> [UInt8]? {
    guard let size = Folders.size(of: path), size > 0 else { return nil }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let count = min(size, LogFormat.lineLimit + 1)
    var bytes = [UInt8](repeating: 0, count: count)
    guard pread(descriptor, &bytes, count, off_t(size - count)) == count, bytes.last == 0x0A else {
      return nil
    }
    let before = bytes.dropLast().lastIndex(of: 0x0A)
    guard before != nil || count == size else { return nil }
    return Array(bytes[((before ?? -1) + 1)...])
  }
}
