import Domain

/// A line of a log that somebody hands over with a proof.
public enum ProvedLine {
  /// The position and the hash of a line, whose form and hash are checked.
  ///
  /// - Parameter line: with its line feed.
  public static func head(of line: [UInt8]) throws(PayloadProblem) -> Head {
    try ReadLine(LogLine(stored: line)).head
  }
}
