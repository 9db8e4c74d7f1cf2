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

  init(first: Int, second: Int, margins: PairMarginSums) {
    self.first = first
    self.second = second
    units = margins.units
    agreeing = margins.agreeing
    cohenKappa = MarginTable.kappa(
      total: margins.units, agreeing: margins.agreeing, product: margins.chance)
  }
}

extension AgreementSums {
  /// Every two annotators with a common unit, by their codes; empty where pairs are not counted.
  /// O(cells).
  public var pairSummaries: [PairSummary] {
    var summaries: [PairSummary] = []
    annotators.visitMargins { first, second, margins in
      summaries.append(PairSummary(first: first, second: second, margins: margins))
    }
    return summaries
  }
}
