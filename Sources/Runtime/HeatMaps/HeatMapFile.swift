import Interchange
import Ledger
import Screen

/// Writes heat maps into files: each appears whole or not at all.
package enum HeatMapFile {
  /// Writes the picture; what stands there is replaced.
  ///
  /// - Parameter project: whose own files must not be replaced, where there is one.
  package static func write(
    _ drawn: DrawnHeatMap, to path: String, project: ProjectFolder?, surroundings: Surroundings
  ) throws(ProjectFailure) {
    if let project { try Destination.require(path, outside: project) }
    try picture(drawn, path, surroundings).publish(as: path)
  }

  /// Writes table and picture beside each other, as `path` with `.csv` and `.svg`; replaces nothing.
  ///
  /// - Parameter folder: is made where it is asked for and not there yet.
  /// - Returns: what was done, in words.
  static func writeBoth(
    _ drawn: DrawnHeatMap, to path: String, folder: String, project: ProjectFolder,
    surroundings: Surroundings
  ) throws(ProjectFailure) -> String {
    let base = Self.base(of: path)
    let (table, picture) = (base + ".csv", base + ".svg")
    // Both or none, as far as that can be known before.
    for path in [table, picture] where Folders.exists(path) { throw FileSink.taken(path) }
    if Destination.parent(of: base) == folder { try make(folder) }
    try Destination.require(table, outside: project)
    let file = try FileSink(beside: table, surroundings: surroundings)
    do throws(InterchangeError) {
      var csv = try HeatMapCSV(sink: { bytes in file.writeRemembering(bytes) })
      try csv.append(drawn)
      try csv.finish()
    } catch {
      throw .input(InterchangeFailure(error))
    }
    try file.publish(asNew: table)
    try Self.picture(drawn, picture, surroundings).publish(asNew: picture)
    let name = base.split(separator: "/").last.map(String.init) ?? base
    return
      "✓ \(SafeText.line(name)).csv and .svg are in \(SafeText.line(Destination.parent(of: base)))"
  }

  private static func make(_ folder: String) throws(ProjectFailure) {
    do throws(FileFailure) {
      try Folders.make(folder, permissions: 0o700)
    } catch {
      throw .file(path: error.path, reason: SystemReason.text(error.code))
    }
  }

  private static func base(of path: String) -> String {
    for ending in [".csv", ".svg"] where path.hasSuffix(ending) {
      return String(path.dropLast(ending.count))
    }
    return path
  }

  /// The picture under a temporary name beside where it will stand.
  private static func picture(
    _ drawn: DrawnHeatMap, _ path: String, _ surroundings: Surroundings
  ) throws(ProjectFailure) -> FileSink {
    let file = try FileSink(beside: path, surroundings: surroundings)
    Array(HeatMapSVG.text(drawn).utf8).withUnsafeBytes { file.writeRemembering($0) }
    return file
  }
}
