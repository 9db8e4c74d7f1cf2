import Domain

/// The attachments of a log: one file each, named by its digest, never changed.
struct AttachmentFolder {
  let folder: LogFolder
  let disk: Disk

  /// Stores an attachment durably; one that is there already stays.
  func store(_ attachment: Attachment) throws(LedgerError) {
    let path = folder.attachment(attachment.digest)
    do {
      try disk.makeDirectory(folder.attachments, mode: folder.sharing.folderPermissions)
    } catch {
      throw .file(error)
    }
    // Its sync may have failed the last time, so finding it there is not enough.
    try DurableFile.write(
      attachment.bytes, to: path, permissions: folder.sharing.filePermissions, disk: disk)
  }

  /// The bytes of an attachment, which must be what their name says.
  func read(_ digest: Digest) throws(LedgerError) -> [UInt8] {
    let path = folder.attachment(digest)
    guard let bytes = try DurableFile.read(path, limit: LogFormat.attachmentLimit),
      Digest.sha256(of: bytes) == digest
    else { throw .attachment(digest, path: path) }
    return bytes
  }

  /// The event of a line, its attachments read.
  func event(_ line: ReadLine) throws(LedgerError) -> Event {
    var contents: [Digest: [UInt8]] = [:]
    for digest in line.references { contents[digest] = try read(digest) }
    do {
      return try line.event(attachments: contents)
    } catch {
      let evidence = LogEvidence(path: folder.events, finding: .line(error), seq: line.seq)
      throw .broken(evidence)
    }
  }
}
