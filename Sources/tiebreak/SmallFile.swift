import Ledger
import Runtime

/// Files that fit into memory: checkpoints and proofs.
enum SmallFile {
  /// - Throws: also where there is no file, or it is far too large to be one.
  static func read(_ path: String) throws -> [UInt8] {
    let bytes = try Program.doing { () throws(ProjectFailure) -> [UInt8]? in
      do throws(LedgerError) {
        return try DurableFile.read(path, limit: 1 << 20)
      } catch {
        throw .ledger(error)
      }
    }
    guard let bytes else {
      throw CommandFailure("\(path): there is no such file.", .trouble)
    }
    return bytes
  }
}
