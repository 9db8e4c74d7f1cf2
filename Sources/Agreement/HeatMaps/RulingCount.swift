/// How often a label was given where another, or the same, was ruled.
public struct RulingCount: Hashable, Sendable {
  /// Code of the label that was given.
  public let rated: Int
  /// Code of the label that was ruled.
  public let ruled: Int
  public let ratings: Int
  /// Units with such a rating.
  public let units: Int

  /// A count of ratings in units.
  public init(rated: Int, ruled: Int, ratings: Int, units: Int) {
    self.rated = rated
    self.ruled = ruled
    self.ratings = ratings
    self.units = units
  }
}
