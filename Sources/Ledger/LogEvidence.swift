public import Domain

/// What was found where a log is broken, for people to judge by.
public struct LogEvidence: Equatable, Sendable {
  public enum Finding: Equatable, Sendable {
    /// The log ends before a position that was seen: it was cut, or an older copy put in its place.
    case endsBefore(known: Head, end: Head)
    /// The line at a position that was seen has another hash: the log was rewritten.
    case differs(known: Head, found: Digest)
    /// A whole line that cannot be read.
    case line(PayloadProblem)
    /// The line's `prev` is not the hash of the line before.
    case chain(expected: Digest, found: Digest)
    case sequence(expected: Int, found: Int)
    /// The file is shorter than it was a moment ago.
    case shrunk(from: Int, to: Int)
    /// Another file stands under the log's name.
    case replaced
    /// The remembered head's file is not one.
    case unreadableMemory
    /// A checkpoint of the log is none.
    case unreadableCheckpoint(NoteProblem)
  }

  public let path: String
  public let finding: Finding
  /// The first position that is wrong, where one can be named.
  public let seq: Int?
  /// Byte offset of its line, from 0, where it is known.
  public let offset: Int?

  public init(path: String, finding: Finding, seq: Int? = nil, offset: Int? = nil) {
    self.path = path
    self.finding = finding
    self.seq = seq
    self.offset = offset
  }
}

extension LogEvidence {
  package static func endsBefore(_ known: Head, end: Head, path: String) -> LogEvidence {
    LogEvidence(path: path, finding: .endsBefore(known: known, end: end), seq: end.seq + 1)
  }

  package static func differs(_ known: Head, found: Digest, path: String) -> LogEvidence {
    LogEvidence(path: path, finding: .differs(known: known, found: found), seq: known.seq)
  }
}
