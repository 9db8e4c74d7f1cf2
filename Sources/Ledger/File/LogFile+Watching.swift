import Domain
import Glibc

extension LogFile {
  /// Checks that what was seen is still there: the same file under the name, no shorter, and the last
  /// line as it was.
  ///
  /// - Returns: the file's size now.
  func requireUnchanged() throws(LedgerError) -> Int {
    let now: FileStatus
    let named: FileStatus?
    var tail: [UInt8] = []
    do {
      now = try disk.status(of: file)
      named = try disk.status(at: file.path)
      if head.seq >= 0, now.size >= end {
        let digits = end - LogFormat.tailLength + LogFormat.tailOpening.count
        tail = try disk.read(file, from: digits, count: 64)
      }
    } catch {
      throw .file(error)
    }
    guard now.identity == named?.identity else { throw broken(.replaced, seq: head.seq) }
    guard now.size >= end else {
      throw broken(.shrunk(from: end, to: now.size), seq: head.seq)
    }
    if head.seq >= 0, !tail.elementsEqual(head.hash.hex.utf8) {
      let found = Digest(hex: String(decoding: tail, as: UTF8.self)) ?? .zero
      throw .broken(.differs(head, found: found, path: file.path))
    }
    return now.size
  }

  /// Makes durable what others wrote and perhaps did not live to sync, before anybody builds on it.
  func settle(readOnly: Bool) throws(LedgerError) {
    do {
      try disk.sync(file)
    } catch {
      // A file system that cannot be written has nothing to sync.
      if readOnly, error.code == EROFS || error.code == EINVAL { return }
      throw .file(error)
    }
  }
}
