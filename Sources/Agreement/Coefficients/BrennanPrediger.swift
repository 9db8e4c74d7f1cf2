/// The Brennan–Prediger coefficient (Brennan & Prediger 1981; Bennett's S, PABAK, Randolph's
/// free-marginal κ): p_e = Σ w_kl / q², q the number of declared labels.
public enum BrennanPrediger {
  /// The estimate; declared labels that nobody used count towards q.
  public static func estimate(
    _ sums: AgreementSums, labelCount: Int, weights: AgreementWeights = .identity,
    patterns: PatternCounts? = nil, divisor: VarianceDivisor = .unitsLessOne
  ) -> Estimate {
    let marginals = UnitMarginals(sums, labelCount: labelCount)
    if let obstacle = marginals.obstacle { return Estimate(undefined: obstacle) }
    let labels = Double(marginals.labelCount)
    let common = ChanceCorrected(
      sums: sums, marginals: marginals, weights: weights, patterns: patterns, divisor: divisor)
    return common.estimate(
      expected: weights.total(labelCount: marginals.labelCount) / (labels * labels), gradient: [])
  }
}
