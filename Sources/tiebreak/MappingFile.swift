import Configuration
import Runtime

/// A mapping of labels, as a file that a command names.
enum MappingFile {
  static func read(_ path: String) throws(ProjectFailure) -> MappingDocument {
    let text = try TextFile.read(path)
    do throws(ConfigurationError) {
      return try MappingDocument.read(text, file: path)
    } catch {
      throw .settings(error.problems.map { "\($0)" })
    }
  }
}
