/// What Fleiss' κ, Gwet's AC and the Brennan–Prediger coefficient share: (p_a − p_e) / (1 − p_e)
/// over the same p_a, and the same variance (Gwet 2014).
struct ChanceCorrected {
  let sums: AgreementSums
  let marginals: UnitMarginals
  let weights: AgreementWeights
  let patterns: PatternCounts?
  let divisor: VarianceDivisor

  /// - Parameters:
  ///   - expected: p_e.
  ///   - gradient: c_k, the change of p_e with the share of label k; empty where p_e is constant.
  func estimate(
    expected: Double, gradient: [Double], nullStandardError: Double? = nil
  ) -> Estimate {
    let observed = ObservedAgreement.value(
      sums, pairableUnits: marginals.pairableUnits, weights: weights)
    let room = 1 - expected
    guard room > 0 else {
      return Estimate(undefined: .undefinedNoVariation, observed: observed, expected: expected)
    }
    let value = (observed - expected) / room
    let ratio = Double(marginals.units) / Double(marginals.pairableUnits)
    let slack = gradient.isEmpty ? 0 : 2 * (1 - value) / room
    let variance = UnitVariance(weights: weights, divisor: divisor, gradient: gradient, smallest: 1)
    { size in
      let isPairable = size > 1
      let pairs = Double(size) * Double(size - 1)
      return UnitVariance.Terms(
        slope: isPairable ? ratio / (pairs * room) : 0, gradient: slack / Double(size),
        offset: (isPairable ? -ratio * expected / room : 0) + slack * expected - value)
    }
    return Estimate(
      value: value, observed: observed, expected: expected,
      uncertainty: variance.uncertainty(sums, patterns: patterns, units: marginals.units),
      units: marginals.units, nullStandardError: nullStandardError)
  }
}
