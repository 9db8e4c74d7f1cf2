import Domain
import Ledger
import TeamStore

extension NewProject {
  /// The server that is to keep the project: as asked for, or as the settings say.
  func address(in text: String) throws(ProjectFailure) -> String? {
    let named = StoreLine.address(in: text)
    if let store, let named, !store.utf8.elementsEqual(named.utf8) {
      throw .usage("--store and the settings name two servers; leave one of them out.")
    }
    guard let address = store ?? named else { return nil }
    guard !isSandbox else {
      throw .usage("A sandbox takes people at their word; a team's server does not. Leave one out.")
    }
    return address
  }

  /// Makes it on a server: tables, the first events and the settings' file, then the imports.
  func make(
    on address: String, _ text: String, _ surroundings: Surroundings,
    _ progress: @escaping ProgressSink
  ) throws(ProjectFailure) -> MadeProject {
    let genesis = Genesis(project: surroundings.newOperation(), name: title)
    let schema: TeamSchema
    let isNew: Bool
    do throws(LedgerError) {
      (schema, isNew) = try found(address, genesis, text, surroundings)
    } catch {
      throw .ledger(error)
    }
    do throws(ProjectFailure) {
      let making = try TeamFolder.make(
        folder, settings: StoreLine.set(address, in: text), surroundings)
      do throws(ProjectFailure) {
        let made = try filled(ProjectFolder(path: making.path), surroundings, progress)
        try TeamFolder.publish(making)
        return made
      } catch {
        making.discard(TeamFolder.parts)
        throw error
      }
    } catch {
      if isNew { try? schema.drop() }
      throw error
    }
  }

  private func found(
    _ address: String, _ genesis: Genesis, _ text: String, _ surroundings: Surroundings
  ) throws(LedgerError) -> (TeamSchema, isNew: Bool) {
    let pool: ConnectionPool
    let schema: TeamSchema
    let isNew: Bool
    let user: String
    do throws(ServerFailure) {
      pool = ConnectionPool(try ServerAddress(address))
      schema = TeamSchema(pool)
      user = try pool.user()
      isNew = try schema.create(genesis.project)
    } catch {
      throw .server(error)
    }
    do throws(LedgerError) {
      let log = try PostgresEventStore(pool, project: genesis.project)
      let drafts = founding(genesis, text, surroundings.known(as: user))
      guard case .appended = try log.append(drafts, expecting: .empty) else {
        throw .logExists(path: pool.address.shown)
      }
      return (schema, isNew)
    } catch {
      if isNew { try? schema.drop() }
      throw error
    }
  }
}
