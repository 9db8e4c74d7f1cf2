import Domain
import Ledger
import TeamStore

/// A project's side on a server: how it is reached, and what lies there.
struct Team: Sendable {
  let pool: ConnectionPool
  let project: OperationID

  var batches: TeamBatches { TeamBatches(pool, project: project) }
  var checkpoints: TeamCheckpoints { TeamCheckpoints(pool, project: project) }
  var leases: TeamLeases { TeamLeases(pool, project: project) }

  /// The server that a project's settings name; nil where it is a folder.
  ///
  /// - Throws: where the settings name one and there is a log in the folder too, where the server has no
  ///   project, or cannot be used.
  static func find(_ folder: ProjectFolder) throws(ProjectFailure) -> Team? {
    guard let address = try address(folder) else { return nil }
    guard !Folders.exists(folder.events) else {
      throw .file(
        path: folder.path,
        reason: "tiebreak.toml names a server, and there is a log in this folder too. "
          + "Take store out of tiebreak.toml, or move log away")
    }
    return try reach(address)
  }

  /// The project that lies at an address.
  static func reach(_ address: String) throws(ProjectFailure) -> Team {
    do throws(ServerFailure) {
      let pool = ConnectionPool(try ServerAddress(address))
      guard case .project(let project, _) = try TeamSchema(pool).contents() else {
        throw ServerFailure(
          kind: .unsuitable, server: pool.address.shown,
          reason: "there is no project in the schema \(pool.address.schema). "
            + "Make one with tiebreak init DIR --store, or bring one with tiebreak push")
      }
      return Team(pool: pool, project: project)
    } catch {
      throw .ledger(.server(error))
    }
  }

  /// The address in `tiebreak.toml`.
  static func address(_ folder: ProjectFolder) throws(ProjectFailure) -> String? {
    do throws(LedgerError) {
      guard let bytes = try DurableFile.read(folder.settings, limit: 1 << 20) else { return nil }
      return StoreLine.address(in: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw .ledger(error)
    }
  }

  /// The folder that a log is checked in: the project's own, or that of copies, made afresh.
  static func copied(
    _ folder: ProjectFolder, _ team: Team?, _ surroundings: Surroundings
  ) throws(ProjectFailure) -> ProjectFolder {
    guard let team else { return folder }
    let copies = folder.keepingCopies(of: team.project, in: surroundings)
    try team.copyLog(into: copies, .afresh)
    return copies
  }

  /// Who somebody is here: the database's user.
  func user() throws(LedgerError) -> String {
    do throws(ServerFailure) {
      return try pool.user()
    } catch {
      throw .server(error)
    }
  }

  /// The head as the server has it.
  func storedHead() throws(LedgerError) -> Head? {
    do throws(ServerFailure) {
      return try StoredLines(pool, project: project).head()
    } catch {
      throw .server(error)
    }
  }

  func log(known: [Head] = []) throws(LedgerError) -> PostgresEventStore {
    try PostgresEventStore(pool, project: project, known: known)
  }
}

extension Team {
  /// The text of the settings in force.
  func settings() throws(ProjectFailure) -> String {
    var text = ""
    do throws(LedgerError) {
      try log().forEachEvent { event in
        if let change = event.body.settings { text = change.text }
        return true
      }
    } catch {
      throw .ledger(error)
    }
    return text
  }
}
