import Domain
import Ledger

/// The first file of a backup: what is in it, and up to where.
struct BackupManifest: Equatable {
  struct File: Equatable {
    let part: BackupPart
    let bytes: Int
    let digest: Digest
  }

  static let name = "tiebreak-backup.json"
  static let format = "tiebreak-backup/1"
  /// More files, or a longer list of them, are no backup of ours.
  static let fileLimit = 1_000_000
  static let byteLimit = 256 << 20

  let project: OperationID
  /// Events of the log, and the hash of the last.
  let events: Int
  let hash: Digest
  /// What they add up to; see `ProjectState.hashedBytes`.
  let state: Digest
  /// In the order in which they follow.
  let files: [File]

  init(
    project: OperationID, events: Int, hash: Digest, state: Digest, files: [File]
  ) {
    self.project = project
    self.events = events
    self.hash = hash
    self.state = state
    self.files = files
  }

  /// Reads a manifest.
  ///
  /// - Throws: what is wrong with it, as the end of a sentence about the file.
  init(_ bytes: [UInt8]) throws(BackupProblem) {
    guard let object = (try? CanonicalReader.read(bytes))?.object else {
      throw BackupProblem("its list of files cannot be read")
    }
    guard object["format"]?.string == Self.format else {
      throw BackupProblem("it is no backup of the form \(Self.format)")
    }
    guard let project = object["project"]?.string.flatMap({ OperationID(hex: $0) }),
      let events = object["events"]?.integer, events > 0,
      let hash = object["hash"]?.string.flatMap({ Digest(hex: $0) }),
      let state = object["state"]?.string.flatMap({ Digest(hex: $0) }),
      let list = object["files"]?.array, list.count <= Self.fileLimit
    else { throw BackupProblem("its list of files says too little") }
    self.project = project
    self.events = Int(events)
    self.hash = hash
    self.state = state
    var files: [File] = []
    var known: Set<BackupPart> = []
    for entry in list {
      let file = try Self.file(entry)
      guard known.insert(file.part).inserted else {
        throw BackupProblem("its list names \(file.part.name) twice")
      }
      files.append(file)
    }
    guard known.contains(.log), known.contains(.settings) else {
      throw BackupProblem("it has no log or no settings")
    }
    self.files = files
  }

  private static func file(_ entry: CanonicalValue) throws(BackupProblem) -> File {
    guard let object = entry.object, let name = object["name"]?.string,
      let bytes = object["bytes"]?.integer, bytes >= 0,
      let digest = object["sha256"]?.string.flatMap({ Digest(hex: $0) })
    else { throw BackupProblem("its list of files says too little") }
    guard let part = BackupPart(name: name) else {
      throw BackupProblem("\(Words.quoted(name)) is no file of a project")
    }
    return File(part: part, bytes: Int(bytes), digest: digest)
  }

  var bytes: [UInt8] {
    let files = files.map { file -> CanonicalValue in
      .object(
        CanonicalObject([
          "name": .string(file.part.name), "bytes": .integer(Int64(file.bytes)),
          "sha256": .string(file.digest.hex),
        ]))
    }
    return Canonical.bytes(
      CanonicalObject([
        "format": .string(Self.format), "project": .string(project.hex),
        "events": .integer(Int64(events)), "hash": .string(hash.hex),
        "state": .string(state.hex), "files": .array(files),
      ]))
  }
}

/// Why a backup is not taken, as the end of a sentence about it.
struct BackupProblem: Error, Equatable {
  let reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
