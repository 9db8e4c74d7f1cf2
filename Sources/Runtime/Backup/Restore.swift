import Domain
import Interchange
import Ledger

/// Makes a project of a backup. Everything is checked before the folder gets its name: the list of files,
/// every file against it, the log's chain, and the batches and attachments against the log.
package struct Restore {
  private enum Source {
    /// A file that `backup` wrote.
    case archive(String)
    /// A folder that `handover` wrote.
    case handover(String)

    var path: String {
      switch self {
      case .archive(let path), .handover(let path): path
      }
    }
  }

  private let source: Source
  private let folder: ProjectFolder
  private let isOlderAccepted: Bool
  private let surroundings: Surroundings

  /// - Parameters:
  ///   - source: the backup's file.
  ///   - folder: the folder to make; it must be empty or not there yet.
  ///   - isOlderAccepted: whether a backup is taken that ends before what this person saw of the log.
  ///     What they remember is put aside then.
  package init(
    _ source: String, to folder: ProjectFolder, isOlderAccepted: Bool, surroundings: Surroundings
  ) {
    self.source = .archive(source)
    self.folder = folder
    self.isOlderAccepted = isOlderAccepted
    self.surroundings = surroundings
  }

  /// - Parameter handover: a folder that was handed over.
  package init(
    handover: String, to folder: ProjectFolder, isOlderAccepted: Bool, surroundings: Surroundings
  ) {
    source = .handover(ProjectFolder(path: handover).path)
    self.folder = folder
    self.isOlderAccepted = isOlderAccepted
    self.surroundings = surroundings
  }

  /// What a project is made of, in the order in which it gets its place.
  private static let parts = ["batches", "guidelines", "tiebreak.toml", "log"]

  package func run() throws(ProjectFailure) -> BackupOutcome {
    if Folders.exists(folder.log) { throw .projectExists(path: folder.path) }
    guard MakingFolder.isFree(folder.path) else { throw .notEmpty(path: folder.path) }
    let making: MakingFolder
    do throws(FileFailure) {
      making = try MakingFolder(
        for: folder.path, tag: Hexadecimal.text(of: surroundings.random()))
    } catch {
      throw .ledger(.file(error))
    }
    do throws(ProjectFailure) {
      try Self.makeFolders(in: making.path)
      let manifest =
        switch source {
        case .archive(let path): try unpack(path, into: making.path)
        case .handover(let path): try take(path, into: making.path)
        }
      let aside = ProjectFolder(path: making.path)
      let checked = try ProjectEvidence.check(unseen: aside, surroundings: surroundings)
      try require(checked, is: manifest)
      let memory = try memory(of: checked)
      try publish(making)
      memory?.putAside()
      return BackupOutcome(
        path: folder.path, manifest: manifest, bytes: Folders.size(of: source.path) ?? 0)
    } catch {
      making.discard(Self.parts)
      throw error
    }
  }

  private static func makeFolders(in path: String) throws(ProjectFailure) {
    do throws(FileFailure) {
      for place in BackupPart.folders {
        try Folders.make("\(path)/\(place)", permissions: 0o700)
      }
    } catch {
      throw .ledger(.file(error))
    }
  }

  private func unpack(
    _ source: String, into path: String
  ) throws(ProjectFailure) -> BackupManifest {
    let unpacking = Unpacking(into: path, surroundings: surroundings)
    do throws(InterchangeError) {
      let bytes = try ByteSource(path: source)
      guard bytes.compression == .zstd else {
        throw .sink(reason: "it is not compressed with zstd")
      }
      try bytes.forEachBlock { (block) throws(InterchangeError) in
        do throws(BackupProblem) {
          try unpacking.take(block)
        } catch {
          throw .sink(reason: error.reason)
        }
      }
      do throws(BackupProblem) {
        return try unpacking.finish()
      } catch {
        throw .sink(reason: error.reason)
      }
    } catch {
      if let trouble = unpacking.trouble { throw trouble }
      guard case .sink(let reason) = error else { throw .input(InterchangeFailure(error)) }
      throw refused(reason)
    }
  }

  /// Copies the project out of a folder that was handed over, with every file of the folder held against
  /// its list: what was changed is named.
  private func take(
    _ source: String, into path: String
  ) throws(ProjectFailure) -> BackupManifest {
    let name = "\(source)/\(HandoverManifest.name)"
    let bytes: [UInt8]?
    do throws(LedgerError) {
      bytes = try DurableFile.read(name, limit: BackupManifest.byteLimit)
    } catch {
      throw .ledger(error)
    }
    guard let bytes else { throw refused("it has no \(HandoverManifest.name)") }
    let manifest: HandoverManifest
    do throws(BackupProblem) {
      manifest = try HandoverManifest(bytes)
    } catch {
      throw refused(error.reason)
    }
    for file in manifest.files {
      let found = "\(source)/\(file.part.name)"
      guard let size = Folders.size(of: found) else {
        throw refused("\(file.part.name) is missing")
      }
      guard size == file.bytes, try FileBytes.digest(of: found, count: size) == file.digest else {
        throw refused("\(file.part.name) is not what was handed over")
      }
      guard case .project(let part) = file.part else { continue }
      try FileBytes.copy(
        found, count: size, digest: file.digest, to: "\(path)/\(part.name)", surroundings,
        permissions: 0o600)
    }
    return manifest.backup
  }

  private func require(
    _ checked: ProjectEvidence, is manifest: BackupManifest
  ) throws(ProjectFailure) {
    let report = checked.report
    guard checked.project == manifest.project, report.events == manifest.events,
      report.head.hash == manifest.hash, report.stateHash == manifest.state
    else { throw refused("its log is not the one that its list of files speaks of") }
    let named = Set(report.batches.map { folder.batch($0.number, digest: $0.digest) })
    for case .batch(let name) in manifest.files.map(\.part) {
      let part = BackupPart.batch(name).name
      guard named.contains(folder.path + "/" + part) else {
        throw refused("its log knows nothing of \(part)")
      }
    }
  }

  /// What this person remembers of the project, where it is more than the backup holds.
  private func memory(of checked: ProjectEvidence) throws(ProjectFailure) -> PersonalMemory? {
    let memory = PersonalMemory(folder: folder.personal(checked.project, in: surroundings))
    let head: Head?
    do throws(LedgerError) {
      head = try memory.head()
    } catch {
      throw .ledger(error)
    }
    guard let head, head.seq > checked.report.head.seq else { return nil }
    guard isOlderAccepted else {
      throw refused(
        "you saw event \(head.seq) of this project, and it ends at \(checked.report.head.seq). "
          + "What came between is lost with --older, which takes it all the same", code: .answerIsNo
      )
    }
    return memory
  }

  private func publish(_ making: borrowing MakingFolder) throws(ProjectFailure) {
    do throws(FileFailure) {
      for place in BackupPart.folders.reversed() { try Folders.sync("\(making.path)/\(place)") }
      try Folders.sync(making.path)
      try making.publish(Self.parts)
    } catch {
      throw .ledger(.file(error))
    }
  }

  private func refused(_ reason: String, code: ExitCode = .inputRefused) -> ProjectFailure {
    .input(
      InterchangeFailure(sentence: "\(source.path): nothing was restored: \(reason)", code: code))
  }
}

/// What one person remembers of how far a log went.
struct PersonalMemory {
  let folder: String

  func head() throws(LedgerError) -> Head? {
    try RememberedHead(directory: folder).read()
  }

  /// Gives it another name: it may be wanted as evidence.
  func putAside() {
    for name in Folders.names(in: folder) ?? [] where name == "head" || name == "tree" {
      try? Folders.move("\(folder)/\(name)", to: "\(folder)/\(name).before-restore")
    }
  }
}
