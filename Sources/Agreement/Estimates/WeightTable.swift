public import Domain

/// How much two labels agree, by their names: 1 for equal labels, 0 where nothing is said.
public struct WeightTable: Hashable, Sendable {
  /// What one line says.
  public struct Entry: Hashable, Sendable {
    public let first: LabelID
    public let second: LabelID
    /// From 0, as for labels that have nothing in common, to 1.
    public let weight: Double

    public init(first: LabelID, second: LabelID, weight: Double) {
      self.first = first
      self.second = second
      self.weight = weight
    }
  }

  private struct Pair: Hashable {
    let first: LabelID
    let second: LabelID
  }

  private let weights: [Pair: Double]

  /// A pair counts in both directions, whichever is named.
  ///
  /// - Returns: nil where a weight is not between 0 and 1, a pair has two weights, or a label agrees
  ///   with itself less than wholly.
  public init?(_ entries: [Entry]) {
    var weights: [Pair: Double] = [:]
    for entry in entries {
      let isSound = (0...1).contains(entry.weight)
      guard isSound, entry.first != entry.second || entry.weight == 1 else { return nil }
      let pair = Pair(first: entry.first, second: entry.second)
      let turned = Pair(first: entry.second, second: entry.first)
      guard (weights[pair] ?? entry.weight) == entry.weight,
        (weights[turned] ?? entry.weight) == entry.weight
      else { return nil }
      weights[pair] = entry.weight
    }
    self.weights = weights
  }

  /// The weights by code. O(labels²).
  func weights(of labels: [String]) -> AgreementWeights {
    let names = labels.map { LabelID($0) }
    return AgreementWeights(
      agreement: names.map { first in
        names.map { second in
          first == second
            ? 1
            : weights[Pair(first: first, second: second)]
              ?? weights[Pair(first: second, second: first)] ?? 0
        }
      })
  }
}
