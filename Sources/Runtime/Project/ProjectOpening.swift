import Domain
import Ledger
import Store
import TeamStore

/// The parts of a project as they are opened, in the order in which each needs the one before.
struct ProjectOpening {
  let folder: ProjectFolder
  let surroundings: Surroundings
  let team: Team?
  let genesis: Genesis
  let isSandbox: Bool
  let personal: PersonalFolder
  let log: LaterLog
  let leases: any LeaseBook
  let index: ProjectIndex
  let settings = SettingsReader()
  let watch = BatchWatch()

  init(_ folder: ProjectFolder, surroundings: Surroundings) throws(ProjectFailure) {
    let team = try Team.find(folder)
    self.team = team
    let folder = team.map { folder.keepingCopies(of: $0.project, in: surroundings) } ?? folder
    self.folder = folder
    do throws(LedgerError) {
      let surroundings =
        try team.map { (team) throws(LedgerError) in
          surroundings.known(as: try team.user())
        } ?? surroundings
      self.surroundings = surroundings
      let first = try Self.first(folder, team, surroundings)
      guard case .genesis(let genesis) = first.body else {
        throw .noLog(path: folder.log)
      }
      self.genesis = genesis
      isSandbox = first.draft.isSandbox
      personal = PersonalFolder(path: folder.personal(genesis.project, in: surroundings))
      try Self.makeFolder(personal.path)
      // All in it is derived, so it may have been taken away.
      try Self.makeFolder(folder.store)
      if team != nil {
        try Self.makeFolder(folder.batches)
        try Self.makeFolder(folder.log)
      }
    } catch {
      if case .noLog = error { throw .noProject(path: folder.path) }
      throw .ledger(error)
    }
    log = LaterLog(directory: folder.log, team: team)
    let settings = self.settings
    do throws(IndexFailure) {
      let leases: any LeaseBook
      if let team {
        leases = TeamLeaseBook(team.leases)
      } else {
        leases = try LeaseStore(path: folder.live)
      }
      self.leases = leases
      index = try ProjectIndex(
        path: folder.index, events: log,
        derivation: Derivation(
          batches: BatchFolder(folder: folder, watch: watch, team: team),
          configuration: { settings.configuration($0) }),
        leases: leases)
    } catch {
      throw ProjectFailure(error)
    }
  }

  /// Opens the log, knowing what the index and the person saw of it, and brings the index up to it.
  ///
  /// - Parameter progress: told where batches have to be read again.
  func open(progress: @escaping ProgressSink) throws(ProjectFailure) {
    let signer = MemberID(surroundings.user)
    let now = surroundings.now
    let isSandbox = isSandbox
    let surroundings = surroundings
    let options = FileStoreOptions(stamp: {
      EventStamp(
        operation: surroundings.newOperation(), at: now(), actor: signer, isSandbox: isSandbox)
    })
    do {
      var known: [Head] = []
      // Tables of another project say nothing of this log.
      let owner = (try? index.genesis()).flatMap { $0 }
      let isForeign = owner.map { $0.project != genesis.project } ?? false
      if !isForeign, let head = try? index.head(), head.seq >= 0 { known.append(head) }
      let remembered = try RememberedHead(directory: personal.path).read()
      if let remembered, remembered.seq >= 0 { known.append(remembered) }
      if let noted = try folder.notedHead.read(), noted.seq >= 0 { known.append(noted) }
      let shelf: any CheckpointShelf = team?.checkpoints ?? folder.shelf
      if let sealed = try shelf.newest(path: folder.events)?.end { known.append(sealed) }
      try log.open(known: known, options: options)
      if isForeign {
        _ = try index.rebuild()
      } else {
        try catchUp(progress)
      }
    } catch let error as LedgerError {
      throw .ledger(error)
    } catch let error as IndexFailure {
      throw ProjectFailure(error)
    } catch {
      throw .file(path: folder.path, reason: String(describing: error))
    }
  }

  private func catchUp(_ progress: @escaping ProgressSink) throws(IndexFailure) {
    let total = { @Sendable [folder] in folder.batchBytes }
    try watch.during(progress, of: total) { () throws(IndexFailure) in
      _ = try index.catchUp()
    }
  }

  static func first(
    _ folder: ProjectFolder, _ team: Team?, _ surroundings: Surroundings
  ) throws(LedgerError) -> Event {
    if let team {
      guard let first = try team.log().read(from: 0, limit: 1).first else {
        throw .noLog(path: folder.path)
      }
      return first
    }
    let log = try reading(folder, surroundings)
    guard let first = try log.read(from: 0, limit: 1).first else { throw .noLog(path: folder.log) }
    return first
  }

  /// The log, to be read and not changed.
  static func reading(
    _ folder: ProjectFolder, _ surroundings: Surroundings
  ) throws(LedgerError) -> FileEventStore {
    let now = surroundings.now
    var options = FileStoreOptions(stamp: {
      EventStamp(
        operation: surroundings.newOperation(), at: now(), actor: MemberID(surroundings.user),
        isSandbox: false)
    })
    options.access = .readOnly
    return try FileEventStore(opening: folder.log, options: options)
  }

  /// Makes a folder for oneself alone, with the ones above it, where they are missing.
  static func makeFolder(_ path: String) throws(LedgerError) {
    do {
      try Folders.make(path, permissions: 0o700)
    } catch {
      throw .file(error)
    }
  }
}

extension ProjectFailure {
  /// What an index's trouble means to whoever opened the project.
  init(_ failure: IndexFailure) {
    switch failure {
    case .busy: self = .read(.busy)
    case .ledger(let error): self = .ledger(error)
    case .ahead(let evidence):
      self = .ledger(
        .broken(
          LogEvidence(
            path: "log/events.jsonl",
            finding: .endsBefore(known: evidence.index, end: evidence.log),
            seq: evidence.index.seq)))
    case .outOfOrder, .unreadableConfiguration: self = .read(.stale("\(failure)"))
    case .damaged(let reason): self = .read(.stale(reason))
    case .batch(let failure):
      self = .file(path: "batch \(failure.batch)", reason: failure.reason)
    case .failed(let reason): self = .read(.failed(reason))
    }
  }
}
