import Domain
import Ledger

/// Copies a log line for line, as it stands.
package enum LogCopy {
  /// Writes to a file, durably, or piece by piece to `standardOutput`.
  package static func write(
    _ folder: ProjectFolder, to path: String?, standardOutput: ([UInt8]) -> Void
  ) throws(ProjectFailure) {
    do throws(LedgerError) {
      guard let bytes = try DurableFile.read(folder.log + "/events.jsonl", limit: 1 << 40) else {
        throw .noLog(path: folder.log)
      }
      // A line that is being written is not a line yet.
      let end = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      if let path {
        try DurableFile.write(Array(bytes[..<end]), to: path, permissions: 0o644)
      } else {
        standardOutput(Array(bytes[..<end]))
      }
    } catch {
      if case .noLog = error { throw .noProject(path: folder.path) }
      throw .ledger(error)
    }
  }
}
