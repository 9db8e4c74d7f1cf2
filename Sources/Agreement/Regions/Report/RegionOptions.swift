/// What a report on regions is to be computed with; all of it is stated in the report.
public struct RegionOptions: Equatable, Sendable {
  /// The least intersection over union of a pair, above 0 and at most 1.
  public let threshold: Double
  public let policy: MatchingPolicy
  /// Whether γ is computed, which takes most of the time.
  public let gamma: GammaOptions?

  public init(
    threshold: Double = 0.5, policy: MatchingPolicy = .shapeFirst,
    gamma: GammaOptions? = GammaOptions()
  ) {
    self.threshold = threshold
    self.policy = policy
    self.gamma = gamma
  }
}
