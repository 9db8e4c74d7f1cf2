/// One figure with everything that belongs to it: a value and its uncertainty, or the reason why
/// there is none. Never a silent 0, 1 or NaN.
public struct Estimate: Hashable, Sendable {
  /// The figure, or nil where it is undefined.
  public let value: Double?

  public let status: EstimateStatus

  /// p_a, or the observed disagreement of Krippendorff's α.
  public let observed: Double?

  /// p_e, or the expected disagreement of Krippendorff's α.
  public let expected: Double?

  public let standardError: Double?

  public let interval95: Interval?

  public let intervalStatus: IntervalStatus

  /// The standard error if there were no agreement beyond chance, where a formula exists.
  public let nullStandardError: Double?

  /// value / nullStandardError.
  public var z: Double? {
    guard let value, let nullStandardError, nullStandardError > 0 else { return nil }
    return value / nullStandardError
  }

  /// A sentence that says why there is no value, or nil.
  public var explanation: String? { status.explanation }

  /// A figure that has a value.
  ///
  /// - Parameters:
  ///   - uncertainty: The squared standard error, or why there is none.
  ///   - units: The number of units that the interval's degrees of freedom come from.
  init(
    value: Double, observed: Double?, expected: Double?, uncertainty: Uncertainty, units: Int,
    nullStandardError: Double? = nil
  ) {
    self.value = value
    self.observed = observed
    self.expected = expected
    self.nullStandardError = nullStandardError
    status = .defined
    switch uncertainty {
    case .variance where units < 2:
      standardError = nil
      interval95 = nil
      intervalStatus = .oneUnit
    case .variance(let variance):
      let error = max(0, variance).squareRoot()
      standardError = error
      interval95 = Interval.studentT(
        around: value, standardError: error, degreesOfFreedom: units - 1)
      intervalStatus = error == 0 ? .collapsed : .analytic
    case .unknown(let reason):
      standardError = nil
      interval95 = nil
      intervalStatus = reason
    }
  }

  /// A figure whose interval was found in some other way, as `intervalStatus` says.
  init(
    value: Double, observed: Double? = nil, expected: Double? = nil, standardError: Double?,
    interval: Interval?, intervalStatus: IntervalStatus, nullStandardError: Double? = nil
  ) {
    self.value = value
    self.observed = observed
    self.expected = expected
    self.standardError = standardError
    interval95 = interval
    self.intervalStatus = intervalStatus
    self.nullStandardError = nullStandardError
    status = .defined
  }

  /// A figure that is undefined.
  init(undefined status: EstimateStatus, observed: Double? = nil, expected: Double? = nil) {
    value = nil
    self.status = status
    self.observed = observed
    self.expected = expected
    standardError = nil
    interval95 = nil
    intervalStatus = .undefinedValue
    nullStandardError = nil
  }
}
