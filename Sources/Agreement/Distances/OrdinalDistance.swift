public import Domain

/// Labels in an order: the steps between them, as a share of the whole scale's steps.
public struct OrdinalDistance: ValueDistance {
  private let ranks: [LabelID: Int]

  /// - Parameter labels: The scale from one end to the other.
  public init(labels: [LabelID]) {
    ranks = Dictionary(labels.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  public func between(_ one: Value, _ other: Value) -> Double {
    guard case .label(let first) = one, case .label(let second) = other,
      let from = ranks[first], let to = ranks[second], ranks.count > 1
    else { return plain(one, other) }
    return Double(abs(from - to)) / Double(ranks.count - 1)
  }
}
