import Domain
import Interchange
import Ledger
import TeamStore

/// Moves a project between a folder and a server: the same lines, with the same hashes.
package struct Transfer {
  private let folder: ProjectFolder
  private let address: String
  private let surroundings: Surroundings

  /// Events in one append.
  private static let block = 500

  package init(_ folder: ProjectFolder, at address: String, surroundings: Surroundings) {
    self.folder = folder
    self.address = address
    self.surroundings = surroundings
  }

  /// Brings what the folder has and the server has not. Only who owns the tables may.
  ///
  /// Stopped half way, the server has the first part of it, and pushing again goes on from there.
  package func push() throws(ProjectFailure) -> TransferReport {
    if try Team.address(folder) != nil {
      throw .usage("This project lies on a server already. tiebreak pull brings it to a folder.")
    }
    let check = try LogCheck.run(folder, surroundings: surroundings)
    guard check.isGood else {
      throw .file(path: folder.path, reason: check.lines.joined(separator: " "))
    }
    return try ledger { () throws(LedgerError) in
      let here = try files(folder)
      guard let first = try here.read(from: 0, limit: 1).first,
        case .genesis(let genesis) = first.body
      else { throw .noLog(path: folder.log) }
      guard !first.draft.isSandbox else { throw .server(Self.sandbox) }
      let team = try team(for: genesis.project)
      let there = try PostgresEventStore(
        team.pool, project: team.project, manner: .loading)
      let report = { (outcome: TransferReport.Outcome, next: String) throws(LedgerError) in
        TransferReport(
          outcome: outcome, head: try here.head(), place: Words.plain(team.pool.address.shown),
          next: next)
      }
      let next = "Work there from a folder of your own: tiebreak join DIR --store ADDRESS"
      switch try LogRelation(here: here, there: there) {
      case .same: return try report(.moved(events: 0, batches: 0), next)
      case .behind:
        return try report(.otherIsAhead, "Fetch it: tiebreak pull DIR --store ADDRESS")
      case .parted(let mine, let theirs):
        return try report(.parted(here: mine, there: theirs), "")
      case .ahead(let head):
        let bring = { (record: ImportRecord) throws(ProjectFailure) in
          try team.bring(
            record.digest, from: folder.batch(record.batch, digest: record.digest))
        }
        let outcome = try move(from: here, to: there, after: head, bring)
        try CheckpointCopy.run(from: folder.shelf, to: team.checkpoints)
        return try report(outcome, next)
      }
    }
  }

  /// Fetches what the server has and the folder has not; makes the folder where there is none.
  package func pull() throws(ProjectFailure) -> TransferReport {
    let team = try Team.reach(address)
    if Folders.exists(folder.events) { return try pull(team, into: folder) }
    try TeamFolder.requireFree(folder)
    let text = try team.settings()
    let making: MakingFolder
    do throws(FileFailure) {
      making = try MakingFolder(
        for: folder.path, tag: Hexadecimal.text(of: surroundings.random()))
    } catch {
      throw .ledger(.file(error))
    }
    do throws(ProjectFailure) {
      let aside = ProjectFolder(path: making.path)
      try ledger { () throws(LedgerError) in
        try ProjectOpening.makeFolder(aside.batches)
        try ProjectOpening.makeFolder(aside.store)
        try DurableFile.write(Array(text.utf8), to: aside.settings, permissions: 0o600)
        try FileEventStore.create(in: aside.log)
      }
      let report = try pull(team, into: aside)
      do throws(FileFailure) {
        try making.publish(NewProject.parts)
      } catch {
        throw .ledger(.file(error))
      }
      return report
    } catch {
      making.discard(NewProject.parts)
      throw error
    }
  }

  private func pull(
    _ team: Team, into place: ProjectFolder
  ) throws(ProjectFailure) -> TransferReport {
    try ledger { () throws(LedgerError) in
      let here = try files(place)
      let there = try team.log()
      let first = try here.read(from: 0, limit: 1).first
      if case .genesis(let genesis)? = first?.body, genesis.project != team.project {
        throw .server(Self.other(team.pool.address.shown))
      }
      let report = { (outcome: TransferReport.Outcome, next: String) throws(LedgerError) in
        TransferReport(
          outcome: outcome, head: try there.head(), place: Words.plain(folder.path, limit: 200),
          next: next)
      }
      let next = "Open it: tiebreak -C \(Words.plain(folder.path, limit: 200))"
      switch try LogRelation(here: there, there: here) {
      case .same: return try report(.moved(events: 0, batches: 0), next)
      case .behind:
        return try report(
          .otherIsAhead, "Bring it: tiebreak -C DIR push --store ADDRESS")
      case .parted(let theirs, let mine):
        return try report(.parted(here: mine, there: theirs), "")
      case .ahead(let head):
        let copy = { (record: ImportRecord) throws(ProjectFailure) in
          do throws(InterchangeError) {
            try team.copy(record, into: place)
          } catch {
            throw .input(InterchangeFailure(error))
          }
        }
        let outcome = try move(from: there, to: here, after: head, copy)
        try CheckpointCopy.run(from: team.checkpoints, to: place.shelf)
        return try report(outcome, next)
      }
    }
  }

  /// Appends events as they are; the batches that they name are there before them.
  private func move(
    from source: any EventStore, to target: any EventStore, after start: Head,
    _ bring: (ImportRecord) throws(ProjectFailure) -> Void
  ) throws(LedgerError) -> TransferReport.Outcome {
    var head = start
    var batches = 0
    while true {
      let events = try source.read(from: head.seq + 1, limit: Self.block)
      guard let last = events.last else { break }
      for case .imported(let record) in events.map(\.body) {
        do throws(ProjectFailure) {
          try bring(record)
        } catch {
          if case .ledger(let error) = error { throw error }
          throw .server(
            ServerFailure(kind: .refused, server: "", reason: Words.sentence(error)))
        }
        batches += 1
      }
      guard case .appended(let written) = try target.append(events.map(\.draft), expecting: head),
        written.last.map({ Head(of: $0) }) == Head(of: last)
      else { throw .busy(path: folder.path, milliseconds: 0) }
      head = Head(of: last)
    }
    return .moved(events: head.seq - start.seq, batches: batches)
  }

  /// The project's place on the server, made where it is free.
  private func team(for project: OperationID) throws(LedgerError) -> Team {
    do throws(ServerFailure) {
      let pool = ConnectionPool(try ServerAddress(address))
      let schema = TeamSchema(pool)
      switch try schema.contents() {
      case .nothing, .empty: _ = try schema.create(project)
      case .project(project, _): break
      case .project: throw Self.other(pool.address.shown)
      }
      return Team(pool: pool, project: project)
    } catch {
      throw .server(error)
    }
  }

  private func files(_ place: ProjectFolder) throws(LedgerError) -> FileEventStore {
    let surroundings = surroundings
    return try FileEventStore(
      opening: place.log,
      options: FileStoreOptions(stamp: {
        EventStamp(
          operation: surroundings.newOperation(), at: surroundings.now(),
          actor: MemberID(surroundings.user), isSandbox: false)
      }))
  }

  private func ledger<Outcome>(
    _ body: () throws(LedgerError) -> Outcome
  ) throws(ProjectFailure) -> Outcome {
    do throws(LedgerError) {
      return try body()
    } catch {
      throw .ledger(error)
    }
  }

  private static let sandbox = ServerFailure(
    kind: .forbidden, server: "",
    reason: "this project is a sandbox, which takes people at their word; nothing of it leaves it")

  private static func other(_ server: String) -> ServerFailure {
    ServerFailure(kind: .unsuitable, server: server, reason: "another project lies there")
  }
}
