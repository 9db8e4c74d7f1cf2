import Interchange

/// Writes the picture of a heat map: it appears whole or not at all.
package enum HeatMapFile {
  /// - Parameter project: whose own files must not be replaced, where there is one.
  package static func write(
    _ drawn: DrawnHeatMap, to path: String, project: ProjectFolder?, surroundings: Surroundings
  ) throws(ProjectFailure) {
    if let project { try Destination.require(path, outside: project) }
    let file = try FileSink(beside: path, surroundings: surroundings)
    let bytes = Array(HeatMapSVG.text(drawn).utf8)
    do throws(InterchangeError) {
      try bytes.withUnsafeBufferPointer { bytes throws(InterchangeError) in
        try file.write(UnsafeRawBufferPointer(bytes))
      }
    } catch {
      throw .input(InterchangeFailure(error))
    }
    try file.publish(as: path)
  }
}
