/// γ and γ-cat of several texts together.
struct GammaTotals {
  let gamma: Estimate?
  let gammaCat: Estimate?
  let samplingError: Double?

  init(_ results: [GammaTextResult]) {
    let weight = OrderFreeSum.of(results.map(\.weight))
    let observed = OrderFreeSum.of(results.map { $0.weight * $0.observed.disorder })
    let expected = OrderFreeSum.of(results.map { $0.weight * $0.expected })
    gammaCat = Self.labels(results)
    guard expected > 0 else {
      gamma =
        results.isEmpty
        ? nil
        : Estimate(
          undefined: .undefinedNoVariation, observed: observed / weight,
          expected: expected / weight)
      samplingError = nil
      return
    }
    let variance = OrderFreeSum.of(
      results.map { $0.weight * $0.weight * $0.expectedVariance })
    let error = observed / (expected * expected) * variance.squareRoot()
    let value = 1 - observed / expected
    samplingError = error
    guard results.count > 1 else {
      gamma = Estimate(
        value: value, observed: observed / weight, expected: expected / weight,
        standardError: error, interval: .normal(around: value, standardError: error),
        intervalStatus: error == 0 ? .collapsed : .sampling)
      return
    }
    gamma = UnitJackknife.estimate(
      value, observed: observed / weight, expected: expected / weight, units: results.count
    ) { index in
      let left = results[index]
      let chance = expected - left.weight * left.expected
      return chance > 0
        ? 1 - (observed - left.weight * left.observed.disorder) / chance : nil
    }
  }

  private static func labels(_ results: [GammaTextResult]) -> Estimate? {
    let aligned = results.filter { $0.observed.labelWeight > 0 && $0.expectedLabels != nil }
    guard !aligned.isEmpty else { return nil }
    let weight = OrderFreeSum.of(aligned.map(\.observed.labelWeight))
    let observed = OrderFreeSum.of(aligned.map(\.observed.labelDisorder)) / weight
    let expected =
      OrderFreeSum.of(aligned.map { $0.observed.labelWeight * ($0.expectedLabels ?? 0) })
      / weight
    guard expected > 0 else {
      return Estimate(
        undefined: .undefinedNoVariation, observed: observed, expected: expected)
    }
    return Estimate(
      value: 1 - observed / expected, observed: observed, expected: expected,
      uncertainty: .unknown(.noFormula), units: aligned.count)
  }
}
