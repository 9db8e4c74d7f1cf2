import Domain
import Ledger

/// What a manifest may list, and what it is called.
protocol ManifestPart: Hashable, Sendable {
  /// What it is a manifest of, in one word: it stands in the format and in the file's name.
  static var kind: String { get }
  /// Whose files its parts are, as the end of a sentence.
  static var holder: String { get }
  /// Without these it is no project.
  static var required: [Self] { get }

  var name: String { get }
  /// nil for whatever is none of its names.
  init?(name: String)
}

typealias BackupManifest = Manifest<BackupPart>

/// Written last: a folder without it is no handover.
typealias HandoverManifest = Manifest<HandoverPart>

/// What a backup or a handover holds, with the digest of each file, and up to where.
struct Manifest<Part: ManifestPart>: Equatable {
  struct File: Equatable {
    let part: Part
    let bytes: Int
    let digest: Digest
  }

  static var name: String { "tiebreak-\(Part.kind).json" }
  static var format: String { "tiebreak-\(Part.kind)/1" }
  /// More files, or a longer list of them, are no manifest of ours.
  static var fileLimit: Int { 1_000_000 }
  static var byteLimit: Int { 256 << 20 }

  let project: OperationID
  /// Events of the log, and the hash of the last.
  let events: Int
  let hash: Digest
  /// What they add up to; see `ProjectState.hashedBytes`.
  let state: Digest
  /// In an archive, in the order in which they follow.
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
  /// - Throws: what is wrong with it, as the end of a sentence about the file or the folder.
  init(_ bytes: [UInt8]) throws(BackupProblem) {
    guard bytes.count <= Self.byteLimit, let object = (try? CanonicalReader.read(bytes))?.object
    else { throw BackupProblem("its list of files cannot be read") }
    guard object["format"]?.string == Self.format else {
      throw BackupProblem("it is no \(Part.kind) of the form \(Self.format)")
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
    var known: Set<Part> = []
    for entry in list {
      let file = try Self.file(entry)
      guard known.insert(file.part).inserted else {
        throw BackupProblem("its list names \(file.part.name) twice")
      }
      files.append(file)
    }
    guard Part.required.allSatisfy({ known.contains($0) }) else {
      throw BackupProblem("it has no log or no settings")
    }
    self.files = files
  }

  private static func file(_ entry: CanonicalValue) throws(BackupProblem) -> File {
    guard let object = entry.object, let name = object["name"]?.string,
      let bytes = object["bytes"]?.integer, bytes >= 0,
      let digest = object["sha256"]?.string.flatMap({ Digest(hex: $0) })
    else { throw BackupProblem("its list of files says too little") }
    guard let part = Part(name: name) else {
      throw BackupProblem("\(Words.quoted(name)) is no file of \(Part.holder)")
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

extension Manifest where Part == HandoverPart {
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

/// Why a backup or a handover is not taken, as the end of a sentence about it.
struct BackupProblem: Error, Equatable {
  let reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
