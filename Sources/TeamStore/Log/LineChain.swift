import Domain
import Ledger

/// Reads lines as they came from the server, and holds each against the one before.
struct LineChain {
  /// The last line that was taken; nil: nothing is known of what stands before the next.
  private(set) var last: Head?
  /// What errors call the log.
  let path: String

  /// - Parameter after: the head behind which the lines begin.
  init(after: Head?, path: String) {
    last = after
    self.path = path
  }

  /// Takes the line that is stored under a position.
  ///
  /// - Parameter stored: the line without its line feed.
  /// - Throws: `LedgerError.broken` where it is not the one that follows.
  mutating func take(seq: Int, stored: [UInt8]) throws(LedgerError) -> ReadLine {
    let line: ReadLine
    do {
      line = try ReadLine(LogLine(stored: stored + [0x0A]))
    } catch {
      throw broken(.line(error), seq)
    }
    let expected = last.map { $0.seq + 1 } ?? seq
    guard seq == expected, line.seq == expected else {
      throw broken(.sequence(expected: expected, found: seq == expected ? line.seq : seq), expected)
    }
    if let last, line.previous != last.hash {
      throw broken(.chain(expected: last.hash, found: line.previous), seq)
    }
    last = line.head
    return line
  }

  func broken(_ finding: LogEvidence.Finding, _ seq: Int) -> LedgerError {
    .broken(LogEvidence(path: path, finding: finding, seq: seq))
  }
}
