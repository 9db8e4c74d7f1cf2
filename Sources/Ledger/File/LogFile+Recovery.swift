import Domain

extension LogFile {
  /// Longest tail that is taken for a torn write, in bytes.
  private static var tailLimit: Int { 1 << 28 }

  /// Moves a torn tail into quarantine and cuts it off.
  ///
  /// The order is the promise: the bytes are durable in quarantine before they leave the log. A crash
  /// in between leaves them in both places, and the next opening does the same again.
  ///
  /// - Returns: what is to be recorded of it.
  /// - Throws: `LedgerError.broken` where more stands there than an append ever writes.
  mutating func cutOff(_ tail: TornTail) throws(LedgerError) -> Recovery {
    guard tail.count <= Self.tailLimit else {
      throw broken(
        .line(.tooLarge(bytes: tail.count, limit: Self.tailLimit)), seq: head.seq + 1,
        offset: tail.offset)
    }
    let bytes: [UInt8]
    do {
      bytes = try disk.read(file, from: tail.offset, count: tail.count)
      try disk.makeDirectory(folder.quarantine, mode: folder.sharing.folderPermissions)
    } catch {
      throw .file(error)
    }
    let digest = Digest.sha256(of: bytes)
    try DurableFile.write(
      bytes, to: folder.quarantined(digest), permissions: folder.sharing.filePermissions,
      disk: disk)
    do {
      try disk.truncate(file, to: tail.offset)
      try disk.sync(file)
    } catch {
      throw .file(error)
    }
    return Recovery(bytes: bytes.count, digest: digest)
  }
}
