/// A 95 % confidence interval.
public struct Interval: Hashable, Sendable {
  public let lower: Double
  public let upper: Double

  /// An interval between two ends.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// value ± t·se with the 97.5 % quantile of Student's t, the upper end cut at 1 (Gwet 2014).
  public static func studentT(
    around value: Double, standardError: Double, degreesOfFreedom: Int
  ) -> Interval {
    let reach = StudentT.quantile975(degreesOfFreedom: degreesOfFreedom) * standardError
    return Interval(lower: value - reach, upper: min(1, value + reach))
  }

  /// value ± z·se with the 97.5 % quantile of the normal distribution, uncut.
  public static func normal(around value: Double, standardError: Double) -> Interval {
    let reach = StudentT.normalQuantile975 * standardError
    return Interval(lower: value - reach, upper: value + reach)
  }
}
