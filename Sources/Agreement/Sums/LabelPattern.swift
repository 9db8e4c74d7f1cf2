/// A multiset of labels, and how many units show exactly it.
public struct LabelPattern: Equatable, Sendable {
  /// One label of the pattern.
  public struct Share: Equatable, Sendable {
    public let label: Int
    public let count: Int
  }

  /// The labels with their counts, by ascending code.
  public let labels: [Share]

  /// The number of units.
  public let units: Int

  /// A pattern from its labels in ascending order.
  init(sorted labels: some Sequence<Int32>, units: Int) {
    var shares: [Share] = []
    for label in labels {
      if let last = shares.last, last.label == Int(label) {
        shares[shares.count - 1] = Share(label: last.label, count: last.count + 1)
      } else {
        shares.append(Share(label: Int(label), count: 1))
      }
    }
    self.labels = shares
    self.units = units
  }

  /// Ratings per unit.
  public var size: Int { labels.reduce(0) { $0 + $1.count } }

  /// One unit with this pattern, its annotators unknown.
  public var unit: [UnitRating] {
    labels.flatMap { repeatElement(UnitRating(label: Int32($0.label)), count: $0.count) }
  }

  /// Σ w_kl n_k (n_l − [k = l]).
  func agreement(_ weights: AgreementWeights) -> Double {
    var equal = 0
    var others: [Double] = []
    for (position, share) in labels.enumerated() {
      equal += share.count * (share.count - 1)
      guard !weights.isIdentity else { continue }
      for earlier in labels[..<position] {
        let weight = weights.symmetric(earlier.label, share.label)
        others.append(2 * weight * Double(earlier.count * share.count))
      }
    }
    return Double(equal) + OrderFreeSum.of(others)
  }
}
