import Domain
import Ledger

extension Project {
  /// Opens the project in a folder: recovers the log where the last writer died, and brings the
  /// tables up to it. The cost does not grow with the project.
  ///
  /// - Parameter progress: told where the tables are gone or old, so that batches are read again.
  package static func open(
    _ folder: ProjectFolder, surroundings: Surroundings,
    progress: @escaping ProgressSink = { _ in }
  ) throws(ProjectFailure) -> Project {
    let parts = try ProjectOpening(folder, surroundings: surroundings)
    try parts.open(progress: progress)
    let notices = parts.log.recoveries.map { recovery in
      "A write was cut short when the program last ended. "
        + "\(Words.count(recovery.bytes, "byte")) were moved to log/quarantine; no ruling that was "
        + "shown as saved is lost."
    }
    let project = try Project(opening: parts, notices: notices)
    project.rememberHead()
    project.followSettings()
    // Documents are derived: whoever may not write them reads on.
    try? project.writeMissingVersions()
    return project
  }
}
