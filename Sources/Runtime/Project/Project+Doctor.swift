import Domain
package import Interchange
import Ledger
import Store

/// Whether the derived tables say what log and batches say.
package struct DoctorReport: Sendable {
  let events: Int
  let stateHash: Digest
  let tableHash: Digest
  /// The first version of the guideline whose words in the log have another digest than the log says.
  let badVersion: Int?

  package var isGood: Bool { stateHash == tableHash && badVersion == nil }

  package var lines: [String] {
    if let badVersion {
      return ["BROKEN: version \(badVersion) of the guideline is not what its digest says."]
    }
    return isGood
      ? [
        "Seats, members and guideline in the tables are those of the log: \(Words.count(events, "event")), state \(stateHash.hex.prefix(16))."
      ]
      : ["The tables do not fit the log. Make them anew with: tiebreak doctor --rebuild"]
  }

  package var json: JSONText {
    [
      "good": .boolean(isGood), "events": .integer(events), "state": .string(stateHash.hex),
      "tables": .string(tableHash.hex),
      "bad_guideline": badVersion.map { .integer($0) } ?? .null,
    ]
  }
}

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
