extension Estimate {
  /// The mean of one term a unit, units being independent, with Student's t interval, uncut;
  /// undefined without a unit. O(n), independent of the order of the terms.
  static func mean(of terms: [Double]) -> Estimate {
    guard !terms.isEmpty else { return Estimate(undefined: .undefinedNoData) }
    let count = Double(terms.count)
    let mean = OrderFreeSum.of(terms) / count
    guard terms.count > 1 else {
      return Estimate(
        value: mean, standardError: nil, interval: nil, intervalStatus: .oneUnit)
    }
    let squares = OrderFreeSum.of(terms.map { ($0 - mean) * ($0 - mean) })
    let isConstant = terms.allSatisfy { $0 == terms[0] }
    let error = isConstant ? 0 : (squares / (count * (count - 1))).squareRoot()
    let reach = StudentT.quantile975(degreesOfFreedom: terms.count - 1) * error
    return Estimate(
      value: isConstant ? terms[0] : mean, standardError: error,
      interval: Interval(lower: mean - reach, upper: mean + reach),
      intervalStatus: error == 0 ? .collapsed : .analytic)
  }
}
