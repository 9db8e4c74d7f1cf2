/// Krippendorff's α (Krippendorff 1970, 2011): 1 − D_o / D_e, for any number of annotators, any
/// metric and missing ratings. Units with one rating drop out.
public enum KrippendorffAlpha {
  /// With more labels in use than this, a weighted interval would take seconds.
  private static let weightedLabels = 2048

  /// The estimate; `observed` is D_o, `expected` is D_e, both in the squares of the metric's steps.
  ///
  /// The interval is Gwet's (2014), for weights 1 − δ² / max δ²; the nominal one comes from the
  /// sums alone, the others need patterns. O(label pairs that occur); the ratio metric and custom
  /// ones take O(used labels²).
  public static func estimate(
    _ sums: AgreementSums, metric: AlphaMetric = .nominal, patterns: PatternCounts? = nil,
    divisor: VarianceDivisor = .unitsLessOne
  ) -> Estimate {
    let marginals = UnitMarginals(sums, labelCount: 0)
    if let obstacle = marginals.obstacle { return Estimate(undefined: obstacle) }
    if case .nominal = metric { return nominal(sums, marginals, patterns, divisor) }
    let difference: AlphaDifference
    do throws(AlphaObstacle) {
      difference = try AlphaDifference(metric, pairable: marginals.pairableByLabel)
    } catch {
      return Estimate(undefined: error.status)
    }
    let total = Double(marginals.pairableRatings)
    let observed = observedDisagreement(sums, difference) / total
    let expected = difference.expectedTotal(marginals.pairableByLabel) / (total * (total - 1))
    guard expected > 0, !marginals.isUniform, !difference.isFlat(marginals.pairableByLabel) else {
      return Estimate(undefined: .undefinedNoVariation, observed: observed, expected: 0)
    }
    return Estimate(
      value: 1 - observed / expected, observed: observed, expected: expected,
      uncertainty: patterns.map { weighted(sums, marginals, difference, $0, divisor) }
        ?? .unknown(.needsPatterns),
      units: marginals.units)
  }

  private static func nominal(
    _ sums: AgreementSums, _ marginals: UnitMarginals, _ patterns: PatternCounts?,
    _ divisor: VarianceDivisor
  ) -> Estimate {
    let ratings = Int128(marginals.pairableRatings)
    var disagreeing = 0.0
    for stratum in sums.strata where stratum.size > 1 && stratum.units != 0 {
      let others = stratum.units * stratum.size * (stratum.size - 1) - 2 * stratum.agreement
      disagreeing += Double(others) / Double(stratum.size - 1)
    }
    let equal = marginals.pairableByLabel.reduce(Int128(0)) { $0 + Int128($1) * Int128($1 - 1) }
    let pairs = ratings * (ratings - 1)
    let observed = disagreeing / Double(marginals.pairableRatings)
    let expected = Double(pairs - equal) / Double(pairs)
    guard pairs != equal else {
      return Estimate(undefined: .undefinedNoVariation, observed: observed, expected: 0)
    }
    let variance = variance(sums, marginals, .identity, divisor)
    return Estimate(
      value: 1 - observed / expected, observed: observed, expected: expected,
      uncertainty: variance.uncertainty(sums, patterns: patterns, units: marginals.pairableUnits),
      units: marginals.units)
  }

  /// Σ_kl o_kl δ²_kl.
  private static func observedDisagreement(
    _ sums: AgreementSums, _ difference: AlphaDifference
  ) -> Double {
    var total = 0.0
    for stratum in sums.strata where stratum.size > 1 && stratum.units != 0 {
      var terms: [Double] = []
      stratum.pairs.visit { cell in
        terms.append(2 * Double(cell.count) * difference(cell.lower, cell.upper))
      }
      total += OrderFreeSum.of(terms) / Double(stratum.size - 1)
    }
    return total
  }

  private static func weighted(
    _ sums: AgreementSums, _ marginals: UnitMarginals, _ difference: AlphaDifference,
    _ patterns: PatternCounts, _ divisor: VarianceDivisor
  ) -> Uncertainty {
    let used = marginals.pairableByLabel.indices.filter { marginals.pairableByLabel[$0] != 0 }
    guard used.count <= weightedLabels else { return .unknown(.tooManyLabels) }
    let largest = difference.largest(used)
    let weights = AgreementWeights { 1 - difference($0, $1) / largest }
    return variance(sums, marginals, weights, divisor)
      .uncertainty(sums, patterns: patterns, units: marginals.pairableUnits)
  }

  /// Gwet's linearisation, units with one rating left out.
  private static func variance(
    _ sums: AgreementSums, _ marginals: UnitMarginals, _ weights: AgreementWeights,
    _ divisor: VarianceDivisor
  ) -> UnitVariance {
    let units = Double(marginals.pairableUnits)
    let mean = Double(marginals.pairableRatings) / units
    let shares = marginals.pairableByLabel.map { Double($0) / Double(marginals.pairableRatings) }
    let gradient = FleissKappa.expectedGradient(shares, weights)
    let expected = OrderFreeSum.of(zip(shares, gradient).map { $0 * $1 })
    var agreeing = 0.0
    for stratum in sums.strata where stratum.size > 1 && stratum.units != 0 {
      let share = ObservedAgreement.shares(stratum, weights) / Double(stratum.units)
      agreeing += share * Double(stratum.units) * Double(stratum.size) / mean
    }
    let observed = agreeing / units
    let room = 1 - expected
    let value = (observed - expected) / room
    let slack = 2 * (1 - value) / room
    return UnitVariance(weights: weights, divisor: divisor, gradient: gradient, smallest: 2) {
      size in
      let excess = (Double(size) - mean) / mean
      return UnitVariance.Terms(
        slope: 1 / (mean * Double(size - 1) * room), gradient: slack / mean,
        offset: -(observed * excess + expected) / room + slack * expected * (1 + excess) - value)
    }
  }
}
