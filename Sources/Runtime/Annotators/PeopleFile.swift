import Interchange
import Ledger

/// Writes a table of people into a file that appears whole or not at all.
enum PeopleFile {
  /// Where such files go unless somebody says otherwise.
  static func folder(of project: Project) -> String { project.personal.path + "/exports" }

  /// Writes rows as CSV; replaces nothing. The folder that is proposed is made where it is missing.
  ///
  /// - Returns: what was done, in words.
  static func write(
    _ rows: [[String]], to path: String, of project: Project
  ) throws(ProjectFailure) -> String {
    let path = path.hasSuffix(".csv") ? path : path + ".csv"
    if Destination.parent(of: path) == folder(of: project) { try make(folder(of: project)) }
    try Destination.require(path, outside: project.folder)
    let file = try FileSink(beside: path, surroundings: project.surroundings)
    do throws(InterchangeError) {
      var table = TableWriter(formulas: .neutralised) { bytes in file.writeRemembering(bytes) }
      for row in rows { try table.append(row: row) }
      try table.flush()
    } catch {
      throw .input(InterchangeFailure(error))
    }
    try file.publish(asNew: path)
    return "written to \(Words.name(path))"
  }

  private static func make(_ folder: String) throws(ProjectFailure) {
    do throws(FileFailure) {
      try Folders.make(folder, permissions: 0o700)
    } catch {
      throw .file(path: error.path, reason: SystemReason.text(error.code))
    }
  }
}
