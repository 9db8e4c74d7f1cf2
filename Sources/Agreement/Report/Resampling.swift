/// How intervals are drawn: by resampling units, from a seed.
public struct Resampling: Hashable, Sendable {
  public let method: ResamplingMethod
  /// Resamples to draw, 1 or more.
  public let replicates: Int
  public let seed: UInt64

  public init(
    method: ResamplingMethod = .bca, replicates: Int = Bootstrap.defaultReplicates, seed: UInt64
  ) {
    self.method = method
    self.replicates = replicates
    self.seed = seed
  }
}
