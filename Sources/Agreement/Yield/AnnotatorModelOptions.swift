/// What a model of annotators is told besides votes and rulings.
public struct AnnotatorModelOptions: Hashable, Sendable {
  /// The project's seed: it draws the anchor and decides between equal gains.
  public var seed: UInt64

  /// What a wrong label costs.
  public var costs: ReleaseCosts

  /// How many cores to use, or nil for as many as are there. It changes no bit.
  public var shards: Int?

  public init(seed: UInt64 = 0, costs: ReleaseCosts = .equal, shards: Int? = nil) {
    self.seed = seed
    self.costs = costs
    self.shards = shards
  }
}
