import Configuration
package import Domain
package import Interchange
import Ledger

/// A project to be made: built aside, with its first imports, and given its name only when it is
/// whole.
package struct NewProject {
  package let folder: ProjectFolder
  package let name: String?
  /// Settings to begin with; nil: found from the files.
  package let settingsFile: String?
  package let isSandbox: Bool
  package let files: [String]
  package let mapping: Mapping
  package let isStrict: Bool
  /// The address of the server that is to keep it; nil: it is kept in the folder, unless the settings
  /// name a server.
  package let store: String?

  package init(
    folder: ProjectFolder, name: String?, settingsFile: String?, isSandbox: Bool, files: [String],
    mapping: Mapping, isStrict: Bool, store: String? = nil
  ) {
    self.store = store
    self.folder = folder
    self.name = name
    self.settingsFile = settingsFile
    self.isSandbox = isSandbox
    self.files = files
    self.mapping = mapping
    self.isStrict = isStrict
  }

  /// Makes it.
  ///
  /// A project that fails to come into being leaves nothing behind.
  package func make(
    surroundings: Surroundings, progress: @escaping ProgressSink
  ) throws(ProjectFailure) -> MadeProject {
    if Folders.exists(folder.log) { throw .projectExists(path: folder.path) }
    guard MakingFolder.isFree(folder.path) else { throw .notEmpty(path: folder.path) }
    let text = try settingsText()
    if let address = try address(in: text) {
      return try make(on: address, text, surroundings, progress)
    }
    let making: MakingFolder
    do throws(FileFailure) {
      making = try MakingFolder(
        for: folder.path, tag: Hexadecimal.text(of: surroundings.random()))
    } catch {
      throw .ledger(.file(error))
    }
    do throws(ProjectFailure) {
      let made = try build(ProjectFolder(path: making.path), text, surroundings, progress)
      try publish(making)
      return made
    } catch {
      making.discard(Self.parts)
      throw error
    }
  }

  /// What a project is made of, in the order in which it gets its place.
  static let parts = ["batches", "store", "tiebreak.toml", "log"]

  private func publish(_ making: borrowing MakingFolder) throws(ProjectFailure) {
    do throws(FileFailure) {
      try making.publish(Self.parts)
    } catch {
      throw .ledger(.file(error))
    }
  }

  private func build(
    _ aside: ProjectFolder, _ text: String, _ surroundings: Surroundings,
    _ progress: @escaping ProgressSink
  ) throws(ProjectFailure) -> MadeProject {
    let genesis = Genesis(project: surroundings.newOperation(), name: title)
    do {
      for path in [aside.batches, aside.store] {
        try Folders.make(path, permissions: 0o700)
      }
      try DurableFile.write(Array(text.utf8), to: aside.settings, permissions: 0o600)
      try FileEventStore.create(in: aside.log)
      try begin(aside, genesis, text, surroundings)
    } catch let error as LedgerError {
      throw .ledger(error)
    } catch let error as FileFailure {
      throw .ledger(.file(error))
    } catch {
      throw .file(path: aside.path, reason: String(describing: error))
    }
    return try filled(aside, surroundings, progress)
  }

  /// Imports the files, and says what there is.
  func filled(
    _ aside: ProjectFolder, _ surroundings: Surroundings, _ progress: @escaping ProgressSink
  ) throws(ProjectFailure) -> MadeProject {
    let project = try Project.open(aside, surroundings: surroundings)
    var outcomes: [ImportOutcome] = []
    for file in files {
      let request = ImportRequest(
        path: file, mapping: ImportMapping(mapping: mapping, isEverything: false),
        isStrict: isStrict)
      outcomes.append(try project.importFile(request, progress: progress))
    }
    project.rememberHead()
    outcomes = outcomes.map { $0.moved(from: aside.path, to: folder.path) }
    return MadeProject(
      folder: folder, imports: outcomes, summary: try project.summary(),
      labels: project.configuration.labels.count)
  }

  private func begin(
    _ aside: ProjectFolder, _ genesis: Genesis, _ text: String, _ surroundings: Surroundings
  ) throws(LedgerError) {
    let user = surroundings.user
    let options = FileStoreOptions(stamp: {
      EventStamp(
        operation: surroundings.newOperation(), at: surroundings.now(), actor: MemberID(user),
        isSandbox: isSandbox)
    })
    let log = try FileEventStore(opening: aside.log, options: options)
    let drafts = founding(genesis, text, surroundings)
    guard case .appended = try log.append(drafts, expecting: .empty) else {
      throw .logExists(path: aside.log)
    }
  }

  /// The first three events: the project, its maker as lead and adjudicator, its settings.
  func founding(
    _ genesis: Genesis, _ text: String, _ surroundings: Surroundings
  ) -> [EventDraft] {
    let me = Member(
      id: MemberID(surroundings.user), user: surroundings.user, roles: [.lead, .adjudicator])
    let text = StoreLine.removed(from: text)
    let settings = ConfigurationChange(text: text, digest: .sha256(of: text))
    let bodies: [EventBody] = [.genesis(genesis), .role(me), .config(settings)]
    return bodies.map { body in
      EventDraft(
        operation: surroundings.newOperation(), at: surroundings.now(), actor: me.id,
        isSandbox: isSandbox, body: body)
    }
  }

  var title: String {
    let path = Folders.real(folder.path) ?? folder.path
    return name ?? path.split(separator: "/").last.map(String.init) ?? "project"
  }

  private func settingsText() throws(ProjectFailure) -> String {
    if let settingsFile { return try given(settingsFile) }
    var survey = ValueSurvey()
    for file in files { try survey.read(file, mapping: mapping) }
    var configuration = survey.configuration(name: title)
    if case .pair = mapping.payload { configuration.task = .preference }
    return ConfigurationText.text(of: configuration)
  }

  private func given(_ path: String) throws(ProjectFailure) -> String {
    let bytes: [UInt8]?
    do throws(LedgerError) {
      bytes = try DurableFile.read(path, limit: 1 << 20)
    } catch {
      throw .ledger(error)
    }
    guard let bytes else { throw .file(path: path, reason: "there is no such file") }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .settings(["\(path): is not UTF-8"])
    }
    do {
      let configuration = try ConfigurationReader.read(text, file: path)
      try ProposedSettings.requirePlainStore(configuration, text, path)
      try ProposedSettings.requireKeys(configuration, of: nil, path)
    } catch {
      throw ProposedSettings.failure(error)
    }
    return text
  }
}

/// A project that was just made.
package struct MadeProject: Sendable {
  package let folder: ProjectFolder
  package let imports: [ImportOutcome]
  package let summary: ProjectSummary
  let labels: Int

  /// What to do next.
  package var sentences: [String] {
    let path = Words.plain(folder.path, limit: 200)
    var lines = ["Made \(path == "." ? "the project here" : path)."]
    if labels > 0 {
      lines.append(
        "\(Words.count(labels, "label")) \(labels == 1 ? "stands" : "stand") in "
          + "\(path)/tiebreak.toml. Give names and tiers there, then: tiebreak -C \(path) apply")
    }
    if imports.isEmpty {
      lines.append("Next: tiebreak -C \(path) import FILE")
    } else if summary.open == 0 {
      lines.append("Nothing waits for a ruling. Have a look: tiebreak -C \(path) agree")
    } else {
      lines.append(
        "\(Words.count(summary.open, "disagreement")) "
          + "\(summary.open == 1 ? "waits" : "wait") for a ruling. Next: tiebreak -C \(path)")
    }
    return lines
  }
}
