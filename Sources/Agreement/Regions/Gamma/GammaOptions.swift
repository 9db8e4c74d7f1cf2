/// What γ is to be computed with.
public struct GammaOptions: Equatable, Sendable {
  public let dissimilarity: GammaDissimilarity
  /// The relative error of the expected disorder to aim at, at 95 %.
  public let precision: Double
  public let seed: UInt64
  public let limit: GammaLimit

  public init(
    dissimilarity: GammaDissimilarity = GammaDissimilarity(), precision: Double = 0.02,
    seed: UInt64 = 0, limit: GammaLimit = GammaLimit()
  ) {
    precondition(precision > 0, "a precision is above 0")
    self.dissimilarity = dissimilarity
    self.precision = precision
    self.seed = seed
    self.limit = limit
  }
}
