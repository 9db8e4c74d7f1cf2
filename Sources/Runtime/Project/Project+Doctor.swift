import Domain
import Ledger
import Store

extension Project {
  /// Drops what is derived and makes it anew from log and batches.
  package func rebuild(
    progress: @escaping ProgressSink = { _ in }
  ) throws(ProjectFailure) {
    do throws(IndexFailure) {
      let total = { @Sendable [folder] in folder.batchBytes }
      try watch.during(progress, of: total) { () throws(IndexFailure) in
        _ = try index.rebuild()
      }
    } catch {
      throw ProjectFailure(error)
    }
    try reloadPeopleAndSettings()
  }

  /// Prints the derived tables as sorted lines.
  package func dump(_ print: (String) -> Void) throws(ProjectFailure) {
    do throws(ReadFailure) {
      print(try index.dump())
    } catch {
      throw .read(error)
    }
  }

  /// Folds the whole log and compares it with the tables. O(events).
  package func examine() throws(ProjectFailure) -> DoctorReport {
    var state = ProjectState()
    do {
      _ = try caughtUp()
      try log.forEachEvent { event in
        state.evolve(event)
        return true
      }
      return DoctorReport(
        events: state.head + 1, stateHash: .sha256(of: state.hashedBytes),
        tableHash: .sha256(of: try index.hashedBytes()), badVersion: Self.badVersion(state))
    } catch let error as LedgerError {
      throw .ledger(error)
    } catch let error as ReadFailure {
      throw .read(error)
    } catch let error as ProjectFailure {
      throw error
    } catch {
      throw .file(path: folder.path, reason: String(describing: error))
    }
  }

  private static func badVersion(_ state: ProjectState) -> Int? {
    let bad = state.guideline.versions.first { version in
      let contents = state.guideline.contents(of: version.number)
      let text = GuidelineMarkdown.text(of: contents, project: state.genesis?.name ?? "")
      return Digest.sha256(of: text) != version.digest
    }
    return bad?.number
  }
}
