import Domain

/// The last head that one client saw, kept away from the log: what finds a log that was cut or
/// swapped, which no log can show by itself.
///
/// The file holds `adjlog-head/1`, the position and the hash, with a blank between, and LF.
public struct RememberedHead: Sendable {
  public let path: String
  private let permissions: UInt32

  /// - Parameters:
  ///   - directory: a folder of the client's own, such as `$XDG_STATE_HOME/tiebreak/<project id>`, which
  ///     must be there; or the log's, for the unsigned note of those who have no key.
  ///   - sharing: who besides the owner may read and replace it.
  public init(directory: String, sharing: FileSharing = .owner) {
    path = directory + "/head"
    permissions = sharing.filePermissions
  }

  /// What is remembered; nil before the first time.
  ///
  /// - Throws: `LedgerError.broken` where the file is not one that `write` makes.
  public func read() throws(LedgerError) -> Head? {
    guard let bytes = try DurableFile.read(path, limit: 4096) else { return nil }
    let words = String(decoding: bytes, as: UTF8.self).split(
      separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[0] == "adjlog-head/1", let seq = Int(words[1]), seq >= -1,
      let hash = Digest(hex: String(words[2].dropLast())),
      Self.bytes(of: Head(seq: seq, hash: hash)) == bytes
    else { throw .broken(LogEvidence(path: path, finding: .unreadableMemory)) }
    return Head(seq: seq, hash: hash)
  }

  /// Remembers `head`, durably.
  public func write(_ head: Head) throws(LedgerError) {
    try write(head, faults: nil)
  }

  package func write(_ head: Head, faults: (any FileFaults)?) throws(LedgerError) {
    try DurableFile.write(
      Self.bytes(of: head), to: path, permissions: permissions, disk: Disk(faults: faults))
  }

  private static func bytes(of head: Head) -> [UInt8] {
    Array("adjlog-head/1 \(head.seq) \(head.hash.hex)\n".utf8)
  }
}
