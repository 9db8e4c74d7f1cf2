/// p_a of several annotators (Gwet 2014): the mean over pairable units of the share of pairs of
/// ratings that agree.
enum ObservedAgreement {
  /// Σ_r Σ_kl w_kl P_r[k,l] / (r (r − 1)) over the pairable units. O(strata × labels²) at most.
  static func value(
    _ sums: AgreementSums, pairableUnits: Int, weights: AgreementWeights
  ) -> Double {
    var total = 0.0
    for stratum in sums.strata where stratum.size > 1 && stratum.units != 0 {
      total += shares(stratum, weights)
    }
    return total / Double(pairableUnits)
  }

  /// The sum over a stratum's units of the share of pairs of ratings that agree.
  static func shares(_ stratum: Stratum, _ weights: AgreementWeights) -> Double {
    var agreeing = 2 * Double(stratum.agreement)
    if !weights.isIdentity {
      var others: [Double] = []
      stratum.pairs.visit { cell in
        others.append(2 * weights.symmetric(cell.lower, cell.upper) * Double(cell.count))
      }
      agreeing += OrderFreeSum.of(others)
    }
    return agreeing / (Double(stratum.size) * Double(stratum.size - 1))
  }
}
