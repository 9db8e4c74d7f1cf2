/// One annotator's preference for one pair.
public struct PreferenceVote: Hashable, Sendable {
  /// The annotator's code, or `UnitRating.unknownAnnotator`.
  public let annotator: Int32

  public let choice: PreferenceChoice

  /// How much better: 1 where nothing is said of it, 2 for "much", and so on; 0 without a side.
  public let strength: Int

  /// A vote; a strength counts for a decided one only.
  public init(
    annotator: Int32 = UnitRating.unknownAnnotator, _ choice: PreferenceChoice, strength: Int = 1
  ) {
    self.annotator = annotator
    self.choice = choice
    self.strength = choice.isDecided ? max(1, strength) : 0
  }

  /// Below 0 for the first answer, above for the second.
  public var signedStrength: Int { choice.direction * strength }
}
