/// Two ratings that one annotator gave one unit in one round: the unit was shown again.
public struct OwnRepeat: Hashable, Sendable {
  public let unit: Int
  /// The annotator's code.
  public let annotator: Int32
  /// The label given first.
  public let earlier: Int32
  /// The label given later.
  public let later: Int32

  public init(unit: Int, annotator: Int32, earlier: Int32, later: Int32) {
    self.unit = unit
    self.annotator = annotator
    self.earlier = earlier
    self.later = later
  }
}
