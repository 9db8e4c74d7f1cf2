extension Estimate {
  /// A count: exact, so without an interval.
  static func count(_ count: Int) -> Estimate {
    Estimate(
      value: Double(count), standardError: nil, interval: nil, intervalStatus: .plainCount)
  }

  /// A share with Wilson's score interval (Wilson 1927) for as many independent trials as it is
  /// worth, which need not be a whole number.
  static func share(_ share: Double, effectiveTrials n: Double) -> Estimate {
    guard n > 0 else { return Estimate(undefined: .undefinedNoData) }
    let square = normalQuantile * normalQuantile
    let centre = (share + square / (2 * n)) / (1 + square / n)
    let spread = max(0, share * (1 - share)) / n
    let half = normalQuantile * (spread + square / (4 * n * n)).squareRoot() / (1 + square / n)
    return Estimate(
      value: share, standardError: spread.squareRoot(),
      interval: Interval(
        lower: share <= 0 ? 0 : max(0, centre - half), upper: share >= 1 ? 1 : min(1, centre + half)
      ),
      intervalStatus: .wilson)
  }
}
