extension Estimate {
  /// 97.5 % of the standard normal distribution lie below this.
  static let normalQuantile = 1.959963984540054

  /// A share of independent trials with Wilson's score interval (Wilson 1927); undefined without
  /// a trial.
  public static func share(_ successes: Int, of trials: Int) -> Estimate {
    guard trials > 0 else { return Estimate(undefined: .undefinedNoData) }
    let n = Double(trials)
    let share = Double(successes) / n
    let square = normalQuantile * normalQuantile
    let centre = (share + square / (2 * n)) / (1 + square / n)
    let spread = share * (1 - share) / n + square / (4 * n * n)
    let half = normalQuantile * spread.squareRoot() / (1 + square / n)
    let lower = successes == 0 ? 0 : max(0, centre - half)
    let upper = successes == trials ? 1 : min(1, centre + half)
    return Estimate(
      value: share, standardError: (share * (1 - share) / n).squareRoot(),
      interval: Interval(lower: lower, upper: upper), intervalStatus: .wilson)
  }
}
