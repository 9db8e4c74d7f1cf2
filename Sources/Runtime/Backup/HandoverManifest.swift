import Domain
import Ledger

/// What a folder that was handed over holds, with the digest of each file. It is written last: a folder
/// without it is none.
struct HandoverManifest: Equatable {
  struct File: Equatable {
    let part: HandoverPart
    let bytes: Int
    let digest: Digest
  }

  static let name = "tiebreak-handover.json"
  static let format = "tiebreak-handover/1"

  let project: OperationID
  /// Events of the log, and the hash of the last.
  let events: Int
  let hash: Digest
  /// What they add up to; see `ProjectState.hashedBytes`.
  let state: Digest
  /// In byte order of their names.
  let files: [File]

  init(
    project: OperationID, events: Int, hash: Digest, state: Digest, files: [File]
  ) {
    self.project = project
    self.events = events
    self.hash = hash
    self.state = state
    self.files = files.sorted {
      $0.part.name.utf8.lexicographicallyPrecedes($1.part.name.utf8)
    }
  }

  /// Reads a manifest.
  ///
  /// - Throws: what is wrong with it, as the end of a sentence about the folder.
  init(_ bytes: [UInt8]) throws(BackupProblem) {
    guard bytes.count <= BackupManifest.byteLimit,
      let object = (try? CanonicalReader.read(bytes))?.object
    else { throw BackupProblem("its list of files cannot be read") }
    guard object["format"]?.string == Self.format else {
      throw BackupProblem("it is no handover of the form \(Self.format)")
    }
    guard let project = object["project"]?.string.flatMap({ OperationID(hex: $0) }),
      let events = object["events"]?.integer, events > 0,
      let hash = object["hash"]?.string.flatMap({ Digest(hex: $0) }),
      let state = object["state"]?.string.flatMap({ Digest(hex: $0) }),
      let list = object["files"]?.array, list.count <= BackupManifest.fileLimit
    else { throw BackupProblem("its list of files says too little") }
    var files: [File] = []
    var known: Set<HandoverPart> = []
    for entry in list {
      let file = try Self.file(entry)
      guard known.insert(file.part).inserted else {
        throw BackupProblem("its list names \(file.part.name) twice")
      }
      files.append(file)
    }
    guard known.contains(.project(.log)), known.contains(.project(.settings)) else {
      throw BackupProblem("it has no log or no settings")
    }
    self.init(
      project: project, events: Int(events), hash: hash, state: state, files: files)
  }

  private static func file(_ entry: CanonicalValue) throws(BackupProblem) -> File {
    guard let object = entry.object, let name = object["name"]?.string,
      let bytes = object["bytes"]?.integer, bytes >= 0,
      let digest = object["sha256"]?.string.flatMap({ Digest(hex: $0) })
    else { throw BackupProblem("its list of files says too little") }
    guard let part = HandoverPart(name: name) else {
      throw BackupProblem("\(Words.quoted(name)) is no file of a handover")
    }
    return File(part: part, bytes: Int(bytes), digest: digest)
  }

  var bytes: [UInt8] {
    let files = files.map { file -> CanonicalValue in
      .object([
        "name": .string(file.part.name), "bytes": .integer(Int64(file.bytes)),
        "sha256": .string(file.digest.hex),
      ])
    }
    return Canonical.bytes(
      CanonicalObject([
        "format": .string(Self.format), "project": .string(project.hex),
        "events": .integer(Int64(events)), "hash": .string(hash.hex),
        "state": .string(state.hex), "files": .array(files),
      ]))
  }

  /// The project in it, as a backup would list it.
  var backup: BackupManifest {
    BackupManifest(
      project: project, events: events, hash: hash, state: state,
      files: files.compactMap { file in
        guard case .project(let part) = file.part else { return nil }
        return BackupManifest.File(part: part, bytes: file.bytes, digest: file.digest)
      })
  }
}
