import Domain
import Interchange
import Ledger

/// Copies a log line for line, as it stands, a block at a time.
package enum LogCopy {
  /// Writes to a file, which appears whole or not at all, or to `standardOutput`.
  package static func write(
    _ folder: ProjectFolder, to path: String?, surroundings: Surroundings,
    standardOutput: ([UInt8]) -> Void
  ) throws(ProjectFailure) {
    let team = try Team.find(folder)
    guard team != nil || Folders.exists(folder.events) else {
      throw .noProject(path: folder.path)
    }
    guard let path else {
      return try read(folder, team) { bytes throws(InterchangeError) in standardOutput(bytes) }
    }
    try Destination.require(path, outside: folder)
    let file = try FileSink(beside: path, surroundings: surroundings)
    try read(folder, team) { bytes throws(InterchangeError) in
      var failure: InterchangeError?
      bytes.withUnsafeBytes { bytes in
        do throws(InterchangeError) {
          try file.write(bytes)
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
    }
    try file.publish(as: path)
  }

  private static func read(
    _ folder: ProjectFolder, _ team: Team?,
    _ take: ([UInt8]) throws(InterchangeError) -> Void
  ) throws(ProjectFailure) {
    guard let team else { return try read(folder.events, take) }
    do throws(InterchangeError) {
      try team.forEachBlock(orThrow: Team.failure, take)
    } catch {
      throw .input(InterchangeFailure(error))
    }
  }

  private static func read(
    _ log: String, _ take: ([UInt8]) throws(InterchangeError) -> Void
  ) throws(ProjectFailure) {
    var failure: InterchangeError?
    do throws(LedgerError) {
      try LogExport.read(log) { bytes in
        do throws(InterchangeError) {
          try take(bytes)
          return true
        } catch {
          failure = error
          return false
        }
      }
    } catch {
      throw .ledger(error)
    }
    if let failure { throw .input(InterchangeFailure(failure)) }
  }
}
