/// What costs of an assignment are made of: real numbers, or whole ones where ties must be exact.
protocol AssignmentCost: Comparable, SignedNumeric {
  /// More than any path costs.
  static var unreached: Self { get }
}

extension Double: AssignmentCost {
  static var unreached: Double { .infinity }
}

extension Int: AssignmentCost {
  static var unreached: Int { .max }
}
