/// Gwet's AC1, and AC2 with weights (Gwet 2008, 2014): p_e = T_w / (q (q − 1)) Σ π_k (1 − π_k), T_w
/// the sum of all weights and q the number of declared labels.
public enum GwetAC {
  /// The estimate; declared labels that nobody used count towards q.
  public static func estimate(
    _ sums: AgreementSums, labelCount: Int, weights: AgreementWeights = .identity,
    patterns: PatternCounts? = nil, divisor: VarianceDivisor = .unitsLessOne
  ) -> Estimate {
    let marginals = UnitMarginals(sums, labelCount: labelCount)
    if let obstacle = marginals.obstacle { return Estimate(undefined: obstacle) }
    let labels = Double(marginals.labelCount)
    guard labels > 1 else {
      let observed = ObservedAgreement.value(
        sums, pairableUnits: marginals.pairableUnits, weights: weights)
      return Estimate(undefined: .undefinedNoVariation, observed: observed)
    }
    let shares = marginals.shares(sums)
    let factor = weights.total(labelCount: marginals.labelCount) / (labels * (labels - 1))
    let common = ChanceCorrected(
      sums: sums, marginals: marginals, weights: weights, patterns: patterns, divisor: divisor)
    return common.estimate(
      expected: factor * OrderFreeSum.of(shares.map { $0 * (1 - $0) }),
      gradient: shares.map { factor * (1 - $0) })
  }
}
