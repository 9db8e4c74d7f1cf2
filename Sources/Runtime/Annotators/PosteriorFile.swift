import Domain
import Interchange

/// Where `--posteriors` goes: a file that appears whole or not at all, or standard output.
package enum PosteriorFile {
  /// - Parameters:
  ///   - path: `-` is standard output.
  ///   - project: whose own files are not to be replaced; nil without one.
  package static func write(
    _ reports: [AnnotatorReport], to path: String, surroundings: Surroundings,
    project: ProjectFolder?, standardOutput: @escaping ([UInt8]) -> Void
  ) throws(ProjectFailure) {
    guard path != "-" else {
      return try write(reports) { bytes throws(InterchangeError) in standardOutput(Array(bytes)) }
    }
    if let project { try Destination.require(path, outside: project) }
    let file = try FileSink(beside: path, surroundings: surroundings)
    try write(reports) { bytes throws(InterchangeError) in try file.write(bytes) }
    try file.publish(as: path)
  }

  private static func write(
    _ reports: [AnnotatorReport], _ sink: @escaping ByteSink
  ) throws(ProjectFailure) {
    do throws(InterchangeError) {
      for report in reports { try PosteriorLines.write(report, sink) }
    } catch {
      throw .input(InterchangeFailure(error))
    }
  }
}
