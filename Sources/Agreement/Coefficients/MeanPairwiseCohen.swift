/// The plain mean of Cohen's κ over all pairs of annotators with a common unit (Light 1971).
public struct MeanPairwiseCohen: Equatable, Sendable {
  public let estimate: Estimate

  /// Pairs whose κ is defined: those the mean is taken over.
  public let pairs: Int

  /// Pairs with common units whose κ is undefined.
  public let undefinedPairs: Int

  /// The mean over pairs as `AgreementSums.annotatorPairs` lists them.
  public init(_ annotatorPairs: [AnnotatorPair]) {
    self.init(kappas: annotatorPairs.map { CohenKappa.value($0.table) })
  }

  /// The same from what a list says about each pair.
  public init(summaries: [PairSummary]) {
    self.init(kappas: summaries.map(\.cohenKappa))
  }

  init(kappas found: [Double?]) {
    let values = found.compactMap(\.self)
    pairs = values.count
    undefinedPairs = found.count - values.count
    if found.isEmpty {
      estimate = Estimate(undefined: .undefinedNoPairs)
    } else if values.isEmpty {
      estimate = Estimate(undefined: .undefinedNoVariation)
    } else {
      estimate = Estimate(
        value: OrderFreeSum.of(values) / Double(values.count), observed: nil, expected: nil,
        uncertainty: .unknown(.noFormula), units: pairs)
    }
  }
}
