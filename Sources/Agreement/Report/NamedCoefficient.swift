/// A coefficient under the name it has in scripts, such as `gwet_ac1`.
public struct NamedCoefficient: Equatable, Sendable {
  public let name: String
  public let estimate: Estimate

  /// The level of measurement, for Krippendorff's α.
  public let level: String?

  /// The number of pairs that a mean over pairs of annotators is taken over, and of those that had
  /// to be left out.
  public let pairs: Int?
  public let undefinedPairs: Int?

  init(
    _ name: String, _ estimate: Estimate, level: String? = nil, pairs: Int? = nil,
    undefinedPairs: Int? = nil
  ) {
    self.name = name
    self.estimate = estimate
    self.level = level
    self.pairs = pairs
    self.undefinedPairs = undefinedPairs
  }
}
