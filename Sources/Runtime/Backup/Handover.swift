import Domain
package import Interchange
import Ledger
import Store
import Workbench

/// Writes all that a team which takes a project over needs, into a folder of open formats.
package struct Handover {
  private let project: Project
  private let surroundings: Surroundings

  package init(_ project: Project) {
    self.project = project
    surroundings = project.surroundings
  }

  /// How often it is begun anew because others recorded something meanwhile.
  private static let patience = 3

  /// Writes the folder. It appears whole, with its manifest last, or not at all.
  ///
  /// - Throws: for a sandbox, where something stands at `path`, and where the project does not verify.
  package func write(to path: String) throws(ProjectFailure) -> HandoverOutcome {
    guard !project.isSandbox else {
      throw .input(
        InterchangeFailure(
          sentence:
            "This project is a sandbox, which takes people at their word; nothing of it leaves it.",
          code: .notAllowed))
    }
    guard project.team == nil else {
      throw .usage(
        "This project lies on a server. Bring it into a folder first, with tiebreak pull, and hand that "
          + "over.")
    }
    let place = ProjectFolder(path: path)
    try Destination.require(place.path, apart: project.folder)
    guard MakingFolder.isFree(place.path), !isFile(place.path) else {
      throw .notEmpty(path: place.path)
    }
    let making: MakingFolder
    do throws(FileFailure) {
      making = try MakingFolder(
        for: place.path, tag: Hexadecimal.text(of: surroundings.random()))
    } catch {
      throw .ledger(.file(error))
    }
    do throws(ProjectFailure) {
      for _ in 0..<Self.patience {
        try makeFolders(in: making.path)
        if let manifest = try fill(making.path) {
          try publish(making)
          return HandoverOutcome(path: place.path, manifest: manifest)
        }
        Folders.remove("\(making.path)/project")
      }
      throw .contended
    } catch {
      making.discard(Self.parts)
      throw error
    }
  }

  /// What it is made of, in the order in which it gets its place.
  private static let parts =
    ["project"] + HandoverPart.Derived.allCases.map(\.rawValue) + [HandoverManifest.name]

  private func isFile(_ path: String) -> Bool {
    Folders.exists(path) && !Folders.isFolder(path)
  }

  private func makeFolders(in path: String) throws(ProjectFailure) {
    do throws(FileFailure) {
      for folder in HandoverPart.folders {
        try Folders.make("\(path)/\(folder)", permissions: 0o777)
      }
    } catch {
      throw .ledger(.file(error))
    }
  }

  /// - Returns: nil where somebody recorded something meanwhile: then files would not fit each other.
  private func fill(_ path: String) throws(ProjectFailure) -> HandoverManifest? {
    let head = try project.caughtUp()
    try writeDerived(into: path)
    let backup = Backup(project.folder, surroundings: surroundings)
    let (checked, files) = try backup.inventory()
    guard checked.report.head == head, try project.caughtUp() == head else { return nil }
    for file in files {
      try copy(
        "\(project.folder.path)/\(file.part.name)", file,
        to: "\(path)/\(HandoverPart.project(file.part).name)")
    }
    try write(
      HandoverReadme.text(
        of: project.configuration.name, events: checked.report.events, hash: head.hash,
        on: String(project.now.text.prefix(10))), .readme, path)
    var listed = files.map {
      HandoverManifest.File(part: .project($0.part), bytes: $0.bytes, digest: $0.digest)
    }
    for derived in HandoverPart.Derived.allCases {
      let file = "\(path)/\(derived.rawValue)"
      let size = Folders.size(of: file) ?? 0
      listed.append(
        HandoverManifest.File(
          part: .derived(derived), bytes: size, digest: try FileBytes.digest(of: file, count: size))
      )
    }
    listed.sort { $0.part.name.utf8.lexicographicallyPrecedes($1.part.name.utf8) }
    let manifest = HandoverManifest(
      project: checked.project, events: checked.report.events, hash: head.hash,
      state: checked.report.stateHash, files: listed)
    try write(manifest.bytes, to: "\(path)/\(HandoverManifest.name)")
    return manifest
  }

  private func writeDerived(into path: String) throws(ProjectFailure) {
    for (format, derived) in [
      (ExportFormat.csv, HandoverPart.Derived.rulings), (.softJSONL, .shares),
      (.votesCSV, .votes),
    ] {
      _ = try project.export(
        ExportRequest(format: format, path: "\(path)/\(derived.rawValue)")
      ) { _ in }
    }
    var wishes = AgreementWishes()
    wishes.cuts = [.version]
    let reports = try project.agreement(wishes).map { AgreementJSON.json($0) }
    try write(.object([.init("reports", .array(reports))]), .agreement, path)
    try write(AuditJSON.json(try project.audit()), .audit, path)
    try write(GoldJSON.json(try project.goldReport()), .gold, path)
    try write(MigrationJSON.json(try project.migrations()), .migrations, path)
    let page = try project.guidelinePage()
    try write(GuidelineJSON.overview(page), .guideline, path)
    let draft = page.guideline.contents(publishing: page.guideline.pending)
    try write(GuidelineMarkdown.text(of: draft, project: page.project), .draft, path)
  }

  private func write(
    _ json: JSONText, _ derived: HandoverPart.Derived, _ path: String
  ) throws(ProjectFailure) {
    try write(json.text(.indented) + "\n", derived, path)
  }

  private func write(
    _ text: String, _ derived: HandoverPart.Derived, _ path: String
  ) throws(ProjectFailure) {
    try write(Array(text.utf8), to: "\(path)/\(derived.rawValue)")
  }

  private func write(_ bytes: [UInt8], to path: String) throws(ProjectFailure) {
    let sink = try FileSink(beside: path, surroundings: surroundings)
    do throws(InterchangeError) {
      try bytes.withUnsafeBufferPointer { bytes throws(InterchangeError) in
        try sink.write(UnsafeRawBufferPointer(bytes))
      }
    } catch {
      throw .input(InterchangeFailure(error))
    }
    try sink.publish(as: path)
  }

  private func copy(
    _ source: String, _ file: BackupManifest.File, to path: String
  ) throws(ProjectFailure) {
    try FileBytes.copy(source, count: file.bytes, digest: file.digest, to: path, surroundings)
  }

  private func publish(_ making: borrowing MakingFolder) throws(ProjectFailure) {
    do throws(FileFailure) {
      for folder in HandoverPart.folders.reversed() {
        try Folders.sync("\(making.path)/\(folder)")
      }
      try Folders.sync(making.path)
      try making.publish(Self.parts)
    } catch {
      throw .ledger(.file(error))
    }
  }
}

/// What was handed over.
package struct HandoverOutcome: Sendable {
  private let path: String
  private let manifest: HandoverManifest

  init(path: String, manifest: HandoverManifest) {
    self.path = path
    self.manifest = manifest
  }

  package var lines: [String] {
    let path = Words.plain(path, limit: 200)
    return [
      "\(Words.count(manifest.events, "event")) and \(Words.count(manifest.files.count, "file")) are in "
        + "\(path), up to event \(manifest.events - 1).",
      "Head \(manifest.hash.hex)",
      "Whoever takes it over:  tiebreak init DIR --handover \(path)",
    ]
  }

  package var json: JSONText {
    [
      "path": .string(path), "events": .integer(manifest.events),
      "head": .integer(manifest.events - 1), "hash": .string(manifest.hash.hex),
      "state": .string(manifest.state.hex), "files": .integer(manifest.files.count),
      "manifest": .string(Digest.sha256(of: manifest.bytes).hex),
    ]
  }
}
