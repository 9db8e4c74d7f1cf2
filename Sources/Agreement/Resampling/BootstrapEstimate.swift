/// A figure whose standard error and interval come from resampled units, with what it took.
public struct BootstrapEstimate: Equatable, Sendable {
  /// The figure of the data themselves, with the interval.
  public let estimate: Estimate

  /// Resamples that were drawn.
  public let replicates: Int

  /// Of these, the ones in which the figure is undefined, as with one label only; they are left
  /// out.
  public let undefinedReplicates: Int

  /// What the random numbers started from.
  public let seed: UInt64

  /// The mean of the resamples' values less the figure; nil without an interval.
  public let bias: Double?

  /// z₀, the normal quantile of the share of resamples below the figure; BCa only.
  public let biasCorrection: Double?

  /// a, a sixth of the skewness of the figure's values with one unit left out; BCa only.
  public let acceleration: Double?
}
