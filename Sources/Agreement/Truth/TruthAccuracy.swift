/// How good the labels are that would be released.
public enum TruthAccuracy {
  /// How many labels are right by the model itself: the mean over units of what it gives to the label
  /// that `labels` chooses; a tie counts as a draw among the tied. Undefined without a rated unit.
  ///
  /// Hand in the majority's estimate as `labels` and Dawid & Skene's as `model` to see what releasing
  /// the majority would cost.
  ///
  /// - Parameter model: With all posteriors; for the same units and labels.
  public static func expected(of labels: TruthEstimate, by model: TruthEstimate) -> Estimate {
    precondition(
      labels.units.count == model.units.count && labels.labelCount == model.labelCount,
      "both estimates are of the same units and labels")
    var shares: [Double] = []
    for unit in labels.units.indices {
      let leaders = labels.leaders(of: unit)
      let posterior = model.posterior(of: unit)
      guard !leaders.isEmpty, !posterior.isEmpty else { continue }
      let mass = OrderFreeSum.of(leaders.map { posterior[posterior.startIndex + $0] })
      shares.append(mass / Double(leaders.count))
    }
    guard !shares.isEmpty else { return Estimate(undefined: .undefinedNoData) }
    let mean = OrderFreeSum.of(shares) / Double(shares.count)
    return Estimate(
      value: mean, standardError: nil, interval: nil, intervalStatus: .noFormula)
  }

  /// The share of gold units whose label is the gold one, with Wilson's interval. A tie counts as
  /// wrong; `tiesShared` gives credit for it. Undefined without gold.
  ///
  /// - Parameter gold: By unit, the gold label's code or `LabelComparison.noLabel`.
  public static func measured(_ labels: TruthEstimate, gold: [Int32]) -> Estimate {
    precondition(gold.count == labels.units.count, "a gold label, or none, for every unit")
    let judged = gold.indices.filter { gold[$0] >= 0 && labels.units[$0].isRated }
    let right = judged.count { labels.units[$0].label == Int(gold[$0]) }
    return .share(right, of: judged.count)
  }

  /// The same where a tie of n labels that holds the gold one counts 1/n. Nil without gold.
  public static func tiesShared(_ labels: TruthEstimate, gold: [Int32]) -> Double? {
    precondition(gold.count == labels.units.count, "a gold label, or none, for every unit")
    let credits: [Double] = gold.indices.compactMap { unit in
      guard gold[unit] >= 0, labels.units[unit].isRated else { return nil }
      let leaders = labels.leaders(of: unit)
      return leaders.contains(Int(gold[unit])) ? 1 / Double(leaders.count) : 0
    }
    return credits.isEmpty ? nil : OrderFreeSum.of(credits) / Double(credits.count)
  }
}
