import CTerminal
import Screen

extension Untrusted {
  /// What was written to standard error while the terminal was taken over.
  static func captured() -> Untrusted {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = ct_captured(bytes.count, &chunk, chunk.count)
      guard count > 0 else { return Untrusted(bytes: bytes) }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}
