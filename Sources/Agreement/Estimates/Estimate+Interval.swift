extension Estimate {
  /// The same figure with the standard error and the interval of another, which were found for the
  /// same figure in another way. Without a value there is nothing to change.
  func with(intervalOf other: Estimate) -> Estimate {
    guard let value else { return self }
    return Estimate(
      value: value, observed: observed, expected: expected, standardError: other.standardError,
      interval: other.interval95, intervalStatus: other.intervalStatus,
      nullStandardError: nullStandardError)
  }
}
