public import Domain

/// Numbers: their difference, as a share of the declared range; whatever lies outside counts as
/// at most the whole range away.
public struct IntervalDistance: ValueDistance {
  private let width: Double

  public init(range: ClosedRange<Double>) {
    width = range.upperBound - range.lowerBound
  }

  public func between(_ one: Value, _ other: Value) -> Double {
    guard case .number(let first) = one, case .number(let second) = other, width > 0 else {
      return plain(one, other)
    }
    let difference = (first.double - second.double).magnitude / width
    return difference.isFinite ? min(1, difference) : plain(one, other)
  }
}
