public import Domain

/// Numbers from 0 upwards: |a − b| / (a + b), the root of Krippendorff's ratio difference; 0 where
/// both are 0. Negative numbers are only equal or different.
public struct RatioDistance: ValueDistance {
  public init() {}

  public func between(_ one: Value, _ other: Value) -> Double {
    guard case .number(let first) = one, case .number(let second) = other,
      first.mantissa >= 0, second.mantissa >= 0, first != second
    else { return plain(one, other) }
    let share = (first.double - second.double).magnitude / (first.double + second.double)
    return share.isFinite ? share : 1
  }
}
