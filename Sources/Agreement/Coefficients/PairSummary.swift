/// What a list of many pairs of annotators says about each: no table is kept for it.
public struct PairSummary: Equatable, Sendable {
  /// The annotator with the smaller code.
  public let first: Int
  public let second: Int

  /// Units that both rated; never zero.
  public let units: Int

  /// Units to which both gave the same label.
  public let agreeing: Int

  /// Cohen's κ, as `CohenKappa.value` of the pair's table, or nil where it is undefined.
  public let cohenKappa: Double?

  /// - Parameter chance: Σ over labels of the units of one annotator times those of the other.
  init(first: Int, second: Int, units: Int, agreeing: Int, chance: Int128) {
    self.first = first
    self.second = second
    self.units = units
    self.agreeing = agreeing
    let square = Int128(units) * Int128(units)
    cohenKappa =
      chance == square
      ? nil : Double(Int128(agreeing) * Int128(units) - chance) / Double(square - chance)
  }
}

extension AgreementSums {
  /// Every two annotators with a common unit, by their codes; empty where pairs are not counted.
  /// O(cells).
  public var pairSummaries: [PairSummary] {
    var summaries: [PairSummary] = []
    visitPairs { summaries.append($0) }
    return summaries
  }
}
