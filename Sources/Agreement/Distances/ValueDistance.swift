public import Domain

/// How far two values of a unit are apart: 0 for the same, 1 for as different as can be.
///
/// Every distance is symmetric. Values it is not made for, and an abstention beside a value, are 1
/// apart where they differ; two abstentions are the same.
public protocol ValueDistance: Sendable {
  /// The distance of two values, in [0, 1].
  func between(_ one: Value, _ other: Value) -> Double
}

extension ValueDistance {
  /// What values have that this distance is not made for.
  func plain(_ one: Value, _ other: Value) -> Double {
    one == other ? 0 : 1
  }
}
