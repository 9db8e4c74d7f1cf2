/// Intervals of figures that are functions of sums over units: each unit is left out once
/// (Quenouille 1956; Efron & Stein 1981).
enum UnitJackknife {
  /// The figure with value ± t·se, t with units − 1 degrees of freedom, cut to `limits`;
  /// se² = (N − 1)/N Σ (a₋ᵤ − mean)². O(units).
  ///
  /// - Parameters:
  ///   - limits: The values that the figure can take.
  ///   - without: The figure without the unit of this number, or nil where it is then undefined.
  static func estimate(
    _ value: Double, observed: Double? = nil, expected: Double? = nil, units: Int,
    limits: ClosedRange<Double> = -.infinity...1, without: (Int) -> Double?
  ) -> Estimate {
    func open(_ status: IntervalStatus) -> Estimate {
      Estimate(
        value: value, observed: observed, expected: expected, standardError: nil, interval: nil,
        intervalStatus: status)
    }
    guard units > 1 else { return open(.oneUnit) }
    var values: [Double] = []
    values.reserveCapacity(units)
    for unit in 0..<units {
      guard let left = without(unit) else { return open(.hangsOnOneUnit) }
      values.append(left)
    }
    let count = Double(units)
    // Around the figure itself, so that equal values leave exactly nothing.
    let mean = OrderFreeSum.of(values.map { $0 - value }) / count
    let squares = values.map { ($0 - value - mean) * ($0 - value - mean) }
    let error = ((count - 1) / count * OrderFreeSum.of(squares)).squareRoot()
    let reach = StudentT.quantile975(degreesOfFreedom: units - 1) * error
    return Estimate(
      value: value, observed: observed, expected: expected, standardError: error,
      interval: Interval(
        lower: max(limits.lowerBound, value - reach),
        upper: min(limits.upperBound, value + reach)),
      intervalStatus: error == 0 ? .collapsed : .jackknife)
  }
}
