/// A figure averaged over pairs of annotators, each pair counting once however much it shares.
public struct PairMean: Equatable, Sendable {
  /// The mean over pairs for which the figure is defined; without an interval.
  public let estimate: Estimate
  public let pairs: Int
  /// Pairs left out because the figure is undefined for them.
  public let undefinedPairs: Int

  /// - Parameter undefined: Why there is no figure, where no pair has one.
  init(_ values: [Double?], undefined: EstimateStatus) {
    let defined = values.compactMap { $0 }
    pairs = defined.count
    undefinedPairs = values.count - defined.count
    estimate =
      defined.isEmpty
      ? Estimate(undefined: values.isEmpty ? .undefinedNoPairs : undefined)
      : Estimate(
        value: OrderFreeSum.of(defined) / Double(defined.count), standardError: nil,
        interval: nil, intervalStatus: .noFormula)
  }
}
