/// The values that a figure takes when one unit after the other is left out, and the standard error
/// that follows: SE² = (N − 1)/N Σ (a₋ᵤ − mean)² (Quenouille 1956; Tukey 1958).
///
/// Values are gathered as differences from the whole figure, each with the number of units that
/// share it; units whose loss changes nothing need no entry.
struct LeaveOneOut: Equatable, Sendable {
  private var differences: [Double] = []
  private var counts: [Int] = []
  /// Units without which the figure is undefined.
  private(set) var undefined = 0

  /// Takes in a₋ᵤ − a of `units` units; nil where the figure is undefined without them.
  mutating func add(_ difference: Double?, units: Int = 1) {
    guard let difference else {
      undefined += units
      return
    }
    guard difference != 0 else { return }
    differences.append(difference)
    counts.append(units)
  }

  /// The standard error over `units` units, or nil with fewer than two, or where the figure hangs
  /// on a single unit.
  func standardError(units: Int) -> Double? {
    guard units > 1, undefined == 0 else { return nil }
    let count = Double(units)
    let mean = OrderFreeSum.of(zip(differences, counts).map { $0 * Double($1) }) / count
    var squares = zip(differences, counts).map { ($0 - mean) * ($0 - mean) * Double($1) }
    let unchanged = units - counts.reduce(0, +)
    squares.append(mean * mean * Double(unchanged))
    return ((count - 1) / count * OrderFreeSum.of(squares)).squareRoot()
  }

  /// The figure with value ± t·se, t with N − 1 degrees of freedom, the upper end cut at 1.
  func estimate(
    around value: Double, observed: Double? = nil, expected: Double? = nil, units: Int,
    smallest: Double = -.infinity
  ) -> Estimate {
    guard let error = standardError(units: units) else {
      return Estimate(
        value: value, observed: observed, expected: expected, standardError: nil, interval: nil,
        intervalStatus: units > 1 ? .hangsOnOneUnit : .oneUnit)
    }
    let interval = Interval.studentT(
      around: value, standardError: error, degreesOfFreedom: units - 1)
    return Estimate(
      value: value, observed: observed, expected: expected, standardError: error,
      interval: Interval(lower: max(smallest, interval.lower), upper: interval.upper),
      intervalStatus: error == 0 ? .collapsed : .jackknife)
  }
}
