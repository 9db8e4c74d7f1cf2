/// One cell of a heat map.
public struct HeatCell: Hashable, Sendable {
  /// The measure with its interval, or the reason why there is none.
  ///
  /// Shares of comparisons have Wilson's interval with at most one trial a unit, because the pairs
  /// within a unit depend on each other: rather too wide than too narrow.
  public let estimate: Estimate

  /// What was found: pairs, units or ratings, the numerator of a share.
  public let count: Int

  /// Out of how many, the denominator of a share; what "too few" is about.
  public let base: Int

  /// What to hold the value against. Label × label share: what chance would give. Label × others: the
  /// figure of all other columns for a share, of everything for α and specific agreement. Annotator ×
  /// annotator share: the differences that chance would give.
  public let reference: Double?

  /// Whether `base` is too small to judge by.
  public let isTooFew: Bool

  public var value: Double? { estimate.value }
}
