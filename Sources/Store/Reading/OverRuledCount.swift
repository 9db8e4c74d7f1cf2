package import Domain

/// How often one value was ruled where another was said.
package struct OverRuledCount: Hashable, Sendable {
  package let said: Value
  /// nil where none of the labels was right.
  package let ruled: Value?
  package let ratings: Int
}
