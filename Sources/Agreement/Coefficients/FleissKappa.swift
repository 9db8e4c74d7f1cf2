/// Fleiss' κ (Fleiss 1971), for any number of ratings per unit (Gwet 2014): p_e = Σ w_kl π_k π_l.
///
/// Units with one rating do not enter p_a; they do shift the shares π.
public enum FleissKappa {
  /// The estimate over the declared labels; unused ones have no effect.
  public static func estimate(
    _ sums: AgreementSums, weights: AgreementWeights = .identity, patterns: PatternCounts? = nil,
    divisor: VarianceDivisor = .unitsLessOne
  ) -> Estimate {
    let marginals = UnitMarginals(sums, labelCount: 0)
    if let obstacle = marginals.obstacle { return Estimate(undefined: obstacle) }
    let shares = marginals.shares(sums)
    let gradient = expectedGradient(shares, weights)
    let expected = OrderFreeSum.of(zip(shares, gradient).map { $0 * $1 })
    guard !marginals.isUniform else {
      let observed = ObservedAgreement.value(
        sums, pairableUnits: marginals.pairableUnits, weights: weights)
      return Estimate(undefined: .undefinedNoVariation, observed: observed, expected: expected)
    }
    let common = ChanceCorrected(
      sums: sums, marginals: marginals, weights: weights, patterns: patterns, divisor: divisor)
    return common.estimate(
      expected: expected, gradient: gradient,
      nullStandardError: weights.isIdentity ? nullStandardError(sums, shares) : nil)
  }

  /// c_k = Σ_l (w_kl + w_lk) π_l / 2 of the labels in use; 0 for the others, which no unit shows.
  static func expectedGradient(_ shares: [Double], _ weights: AgreementWeights) -> [Double] {
    guard !weights.isIdentity else { return shares }
    let used = shares.indices.filter { shares[$0] != 0 }
    var gradient = Array(repeating: 0.0, count: shares.count)
    for label in used {
      gradient[label] = OrderFreeSum.of(used.map { weights.symmetric(label, $0) * shares[$0] })
    }
    return gradient
  }

  /// The standard error without agreement beyond chance, where all units have the same number of
  /// ratings (Fleiss, Nee & Landis 1979).
  private static func nullStandardError(_ sums: AgreementSums, _ shares: [Double]) -> Double? {
    let strata = sums.strata.filter { $0.units != 0 }
    guard let stratum = strata.first, strata.count == 1 else { return nil }
    let spread = OrderFreeSum.of(shares.map { $0 * (1 - $0) })
    guard spread > 0 else { return nil }
    let skew = OrderFreeSum.of(shares.map { $0 * (1 - $0) * (1 - 2 * $0) })
    let pairs = Double(stratum.units) * Double(stratum.size) * Double(stratum.size - 1)
    return max(0, 2 * (spread * spread - skew) / (pairs * spread * spread)).squareRoot()
  }
}
