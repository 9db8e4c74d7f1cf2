import Foundation
import Testing

/// A run of the program that came to its end.
struct Finished {
  /// The exit code; nil where a signal ended it.
  let code: Int?
  /// The signal that ended it, where one did.
  let signal: Int?
  let output: Data
  let errors: Data
  /// The most memory it held, in bytes.
  let peakBytes: Int
  let seconds: Double

  /// What it wrote to standard output, as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// What it wrote to standard error, as text.
  var complaint: String { String(decoding: errors, as: UTF8.self) }

  var lines: [String] { text.split(separator: "\n").map(String.init) }

  /// Standard output as JSON; an issue and an empty object where it is none.
  func json(sourceLocation: SourceLocation = #_sourceLocation) -> JSON {
    guard let json = JSON(output) else {
      Issue.record("not JSON: \(text.prefix(400))\n\(complaint)", sourceLocation: sourceLocation)
      return .object([:])
    }
    return json
  }

  /// Standard output as a JSON value a line.
  func jsonLines(sourceLocation: SourceLocation = #_sourceLocation) -> [JSON] {
    lines.compactMap { line in
      let json = JSON(Data(line.utf8))
      if json == nil { Issue.record("not JSON: \(line)", sourceLocation: sourceLocation) }
      return json
    }
  }

  /// Fails unless it ended by itself with this exit code.
  @discardableResult
  func expect(_ wanted: Int, sourceLocation: SourceLocation = #_sourceLocation) -> Finished {
    if code != wanted {
      let ending = code.map { "exit \($0)" } ?? "signal \(signal ?? -1)"
      Issue.record(
        "\(ending), not exit \(wanted)\n\(text.prefix(600))\n\(complaint.prefix(1200))",
        sourceLocation: sourceLocation)
    }
    return self
  }
}
