/// A located finding about data.
public struct Diagnostic: Hashable, Sendable {
  public let code: DiagnosticCode
  public let file: String
  /// Counted from 1; 0 where the finding is about the whole file.
  public let line: Int
  /// Bytes from the beginning of the line, counted from 1; 0 where it is about the whole line.
  public let column: Int
  public let reason: String
  /// The offending bytes, escaped and cut short.
  public let excerpt: String

  public init(
    code: DiagnosticCode, file: String, line: Int, column: Int = 0, reason: String,
    excerpt: String = ""
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
    self.excerpt = excerpt
  }

  /// Whether the row, or the part of it that the reason names, was left out.
  public var isRefusal: Bool { code.isRefusal }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: reason [code]: excerpt`.
  public var description: String {
    var place = file
    if line > 0 { place += ":\(line)" }
    if line > 0, column > 0 { place += ":\(column)" }
    let text = "\(place): \(reason) [\(code.rawValue)]"
    return excerpt.isEmpty ? text : "\(text): \(excerpt)"
  }
}
