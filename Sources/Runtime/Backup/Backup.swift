import Domain
package import Interchange
import Ledger
import Synchronization

/// Writes a project into one file, as of one position of its log, while others go on working.
///
/// The log up to that position, batches, attachments and earlier versions never change once they are
/// there, so they need no lock. The file is a tar archive compressed with zstd: `tar --zstd -xf` opens it,
/// and `restore` checks it.
package struct Backup {
  private let folder: ProjectFolder
  private let surroundings: Surroundings

  package init(_ folder: ProjectFolder, surroundings: Surroundings) {
    self.folder = folder
    self.surroundings = surroundings
  }

  /// Writes the backup. It appears under `path` whole and synced, or not at all.
  ///
  /// - Throws: where something stands at `path`, and where the project does not verify: a backup of
  ///   what is broken would only look like one.
  package func write(to path: String) throws(ProjectFailure) -> BackupOutcome {
    guard Folders.exists(folder.events) else {
      guard try Team.address(folder) == nil else {
        throw .usage(
          "This project lies on a server. Bring it into a folder first, with tiebreak pull, and back "
            + "that up; the server's own backups are its operator's.")
      }
      throw .noProject(path: folder.path)
    }
    try Destination.require(path, outside: folder)
    guard !Folders.exists(path) else { throw FileSink.taken(path) }
    let (checked, files) = try inventory()
    let settings = try small(.settings)
    guard files.first?.digest == .sha256(of: settings) else {
      throw .file(path: folder.settings, reason: "changed while it was read")
    }
    let manifest = BackupManifest(
      project: checked.project, events: checked.report.events, hash: checked.report.head.hash,
      state: checked.report.stateHash, files: files)
    let sink = try FileSink(beside: path, surroundings: surroundings)
    do throws(InterchangeError) {
      let stream = try ZstdWriter { (bytes) throws(InterchangeError) in try sink.write(bytes) }
      try Self.put(manifest.bytes, as: BackupManifest.name, to: stream)
      try Self.put(settings, as: BackupPart.settings.name, to: stream)
      for file in files.dropFirst() { try copy(file, to: stream) }
      try Self.write([UInt8](repeating: 0, count: 2 * TarHeader.size), to: stream)
      try stream.finish()
    } catch {
      throw .input(InterchangeFailure(error))
    }
    try sink.publish(asNew: path)
    return BackupOutcome(path: path, manifest: manifest, bytes: Folders.size(of: path) ?? 0)
  }

  /// The project as it verifies now, with every file that belongs to it: the settings first.
  func inventory() throws(ProjectFailure) -> (ProjectEvidence, [BackupManifest.File]) {
    let checked = try ProjectEvidence.check(folder, surroundings: surroundings)
    let settings = try small(.settings)
    var files = [
      BackupManifest.File(
        part: .settings, bytes: settings.count, digest: .sha256(of: settings))
    ]
    for part in parts(checked) { files.append(try file(part, checked)) }
    return (checked, files)
  }

  /// Everything but the settings, in the order in which it is written.
  private func parts(_ checked: ProjectEvidence) -> [BackupPart] {
    let named = Set(checked.report.batches.map { folder.batch($0.number, digest: $0.digest) })
    var parts = [BackupPart.log]
    for place in BackupPart.folders {
      for name in Folders.names(in: folder.path + "/" + place) ?? [] {
        guard let part = BackupPart(name: place + "/" + name) else { continue }
        switch part {
        // Of what came after the position, nothing belongs to the backup.
        case .batch: if named.contains(path(part)) { parts.append(part) }
        case .refused(let name):
          if named.contains(path(.batch(name))) { parts.append(part) }
        case .checkpoint(let size):
          if (Int(size) ?? .max) <= checked.report.events { parts.append(part) }
        case .attachment, .quarantined, .guideline: parts.append(part)
        case .settings, .log: break
        }
      }
    }
    return parts
  }

  private func path(_ part: BackupPart) -> String {
    folder.path + "/" + part.name
  }

  private func small(_ part: BackupPart) throws(ProjectFailure) -> [UInt8] {
    do throws(LedgerError) {
      return try DurableFile.read(path(part), limit: 64 << 20) ?? []
    } catch {
      throw .ledger(error)
    }
  }

  private func file(
    _ part: BackupPart, _ checked: ProjectEvidence
  ) throws(ProjectFailure) -> BackupManifest.File {
    let size = part == .log ? checked.report.bytes : Folders.size(of: path(part)) ?? 0
    return BackupManifest.File(
      part: part, bytes: size, digest: try FileBytes.digest(of: path(part), count: size))
  }

  private func copy(
    _ file: BackupManifest.File, to stream: ZstdWriter
  ) throws(InterchangeError) {
    try Self.write(TarHeader(name: file.part.name, bytes: file.bytes).block, to: stream)
    var digest = StreamingDigest()
    try FileBytes.forEachBlock(of: path(file.part), count: file.bytes) {
      (bytes) throws(InterchangeError) in
      digest.update(bytes)
      try stream.write(bytes)
    }
    guard digest.digest() == file.digest else {
      throw .unreadable(path: path(file.part), reason: "it changed while it was read")
    }
    try pad(file.bytes, stream)
  }

  private static func put(
    _ bytes: [UInt8], as name: String, to stream: ZstdWriter
  ) throws(InterchangeError) {
    let padding = [UInt8](repeating: 0, count: TarHeader.padding(after: bytes.count))
    try write(TarHeader(name: name, bytes: bytes.count).block + bytes + padding, to: stream)
  }

  private func pad(_ bytes: Int, _ stream: ZstdWriter) throws(InterchangeError) {
    try Self.write(
      [UInt8](repeating: 0, count: TarHeader.padding(after: bytes)), to: stream)
  }

  private static func write(
    _ bytes: [UInt8], to stream: ZstdWriter
  ) throws(InterchangeError) {
    try bytes.withUnsafeBufferPointer { bytes throws(InterchangeError) in
      try stream.write(UnsafeRawBufferPointer(bytes))
    }
  }
}

/// What a backup or a restored project holds.
package struct BackupOutcome: Sendable {
  let path: String
  let events: Int
  let hash: Digest
  let batches: Int
  let files: Int
  /// Of the backup's file, as it stands on disk.
  let bytes: Int

  init(path: String, manifest: BackupManifest, bytes: Int) {
    self.path = path
    events = manifest.events
    hash = manifest.hash
    batches = manifest.files.count { file in
      if case .batch = file.part { true } else { false }
    }
    files = manifest.files.count
    self.bytes = bytes
  }

  private var contents: String {
    "\(Words.count(events, "event")) and \(Words.count(batches, "batch", plural: "batches"))"
  }

  package var backupLines: [String] {
    let path = Words.plain(path, limit: 200)
    return [
      "\(contents) are in \(path) (\(Words.count(bytes, "byte"))), up to event \(events - 1).",
      "Head \(hash.hex)", "Bring them back with: tiebreak restore \(path) DIR",
    ]
  }

  package var restoreLines: [String] {
    let path = Words.plain(path, limit: 200)
    return [
      "\(contents) were checked and restored to \(path), up to event \(events - 1).",
      "Head \(hash.hex)", "Next: tiebreak -C \(path)",
    ]
  }

  package var json: JSONText {
    [
      "path": .string(path), "events": .integer(events), "head": .integer(events - 1),
      "hash": .string(hash.hex), "batches": .integer(batches), "files": .integer(files),
      "bytes": .integer(bytes),
    ]
  }
}
