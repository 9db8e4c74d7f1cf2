/// Raw agreement: the mean over pairable units of the share of pairs of ratings that agree, not
/// corrected for chance (Fleiss 1971, P̄; Gwet 2014, p_a).
public enum PercentAgreement {
  /// The estimate, with partial agreement where weights are given.
  public static func estimate(
    _ sums: AgreementSums, weights: AgreementWeights = .identity, patterns: PatternCounts? = nil,
    divisor: VarianceDivisor = .unitsLessOne
  ) -> Estimate {
    let marginals = UnitMarginals(sums, labelCount: 0)
    if let obstacle = marginals.obstacle { return Estimate(undefined: obstacle) }
    let value = ObservedAgreement.value(
      sums, pairableUnits: marginals.pairableUnits, weights: weights)
    let ratio = Double(marginals.units) / Double(marginals.pairableUnits)
    let variance = UnitVariance(weights: weights, divisor: divisor, gradient: [], smallest: 1) {
      size in
      let pairs = Double(size) * Double(size - 1)
      return UnitVariance.Terms(
        slope: size > 1 ? ratio / pairs : 0, gradient: 0, offset: -value)
    }
    return Estimate(
      value: value, observed: value, expected: 0,
      uncertainty: variance.uncertainty(sums, patterns: patterns, units: marginals.units),
      units: marginals.units)
  }
}
