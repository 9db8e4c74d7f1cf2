/// How the gaps of a reliability table become one number.
public enum CalibrationNorm: String, Sendable, CaseIterable {
  /// The mean gap, each bin with its share of the events.
  case l1
  /// The root of the mean squared gap.
  case l2
  /// The largest gap.
  case max
}
