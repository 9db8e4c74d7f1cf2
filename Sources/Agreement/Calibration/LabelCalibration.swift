/// One label against the rest: how its probabilities stand to its frequency.
public struct LabelCalibration: Equatable, Sendable {
  public let label: Int

  /// Units that were given the label.
  public let units: Int

  /// The mean of its probabilities over all units.
  public let meanProbability: Double

  /// The expected calibration error of its probabilities, with the jackknife over units.
  public let error: Estimate
}
