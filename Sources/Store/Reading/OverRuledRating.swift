package import Domain

/// A rating that a ruling says otherwise than.
package struct OverRuledRating: Hashable, Sendable {
  package let unit: UnitID
  /// What the annotator said.
  package let said: Value
  /// Position of the ruling.
  package let ruling: Int
  package let decision: Decision
}
