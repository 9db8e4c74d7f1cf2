/// A coefficient under the name it has in scripts, such as `gwet_ac1`.
public struct NamedCoefficient: Equatable, Sendable {
  public let name: String
  public private(set) var estimate: Estimate

  /// The level of measurement, for Krippendorff's α.
  public let level: String?

  /// The number of pairs that a mean over pairs of annotators is taken over, and of those that had
  /// to be left out.
  public let pairs: Int?
  public let undefinedPairs: Int?

  /// The scheme of partial agreement, for a weighted figure; `table` for weights that were given.
  public let weights: String?

  /// The pairs of ratings that expected disagreement was estimated from, where there were too many
  /// different values to compare them all.
  public let sampledPairs: Int?

  /// Of the resamples of units, those in which the figure is undefined; nil where none were drawn.
  public private(set) var undefinedReplicates: Int?

  init(
    _ name: String, _ estimate: Estimate, level: String? = nil, pairs: Int? = nil,
    undefinedPairs: Int? = nil, weights: String? = nil, sampledPairs: Int? = nil
  ) {
    self.name = name
    self.estimate = estimate
    self.level = level
    self.pairs = pairs
    self.undefinedPairs = undefinedPairs
    self.weights = weights
    self.sampledPairs = sampledPairs
  }

  /// Takes the interval that resampling gave.
  mutating func take(_ resampled: BootstrapEstimate) {
    estimate = estimate.with(intervalOf: resampled.estimate)
    undefinedReplicates = resampled.undefinedReplicates
  }
}
