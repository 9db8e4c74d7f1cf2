/// What came of annotators who rated a unit more than once: their self-consistency.
public struct Repeats: Equatable, Sendable {
  /// Which rating was kept.
  public let kept: RepeatPolicy

  /// Ratings that were left out.
  public let dropped: Int

  /// Pairs of ratings of one unit by one annotator.
  public let pairs: Int

  /// Of these, the pairs with the same label.
  public let agreeingPairs: Int

  /// The share of own repeats that agree, or nil without repeats.
  public var selfConsistency: Double? {
    pairs == 0 ? nil : Double(agreeingPairs) / Double(pairs)
  }

  public init(kept: RepeatPolicy, dropped: Int = 0, pairs: Int = 0, agreeingPairs: Int = 0) {
    self.kept = kept
    self.dropped = dropped
    self.pairs = pairs
    self.agreeingPairs = agreeingPairs
  }
}
