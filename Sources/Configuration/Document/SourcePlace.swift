/// A place in a file as editors count it.
package struct SourcePlace: Hashable, Sendable {
  /// From 1.
  package let line: Int
  /// In Unicode scalars, from 1.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
