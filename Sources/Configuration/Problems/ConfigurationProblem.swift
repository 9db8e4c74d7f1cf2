/// One thing that is wrong with a settings file, where it stands, and what to do about it.
package struct ConfigurationProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as its reader was told.
  package let file: String
  /// From 1.
  package let line: Int
  /// In Unicode scalars, from 1; a byte order mark does not count.
  package let column: Int
  /// What is wrong; what to do. Text out of the file stands in it escaped.
  package let message: String

  package init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `file:line:column: what is wrong; what to do`.
  package var description: String { "\(file):\(line):\(column): \(message)" }
}
