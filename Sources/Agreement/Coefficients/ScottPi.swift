/// Scott's π (Scott 1955): two ratings per unit, p_e from the labels' shares in both together.
public enum ScottPi {
  /// The estimate over the units with two ratings; undefined where a unit has more.
  public static func estimate(
    _ sums: AgreementSums, weights: AgreementWeights = .identity, patterns: PatternCounts? = nil,
    divisor: VarianceDivisor = .units
  ) -> Estimate {
    if sums.strata.contains(where: { $0.size > 2 && $0.units != 0 }) {
      return Estimate(undefined: .undefinedMoreThanTwo)
    }
    guard sums.strata.contains(where: { $0.size == 2 && $0.units != 0 }) else {
      let isEmpty = sums.strata.allSatisfy { $0.units == 0 }
      return Estimate(undefined: isEmpty ? .undefinedNoData : .undefinedNoPairs)
    }
    return FleissKappa.estimate(
      sums.restricted(toSize: 2), weights: weights, patterns: patterns, divisor: divisor)
  }
}
