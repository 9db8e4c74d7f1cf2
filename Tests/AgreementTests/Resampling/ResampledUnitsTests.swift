import Testing

@testable import Agreement

@Suite struct ResampledUnitsTests {
  @Test func `weights of units are a resample of the same size, whatever the threads`() {
    let units = RandomUnits.some(count: 60, labels: 3, right: 0.7, seed: 31)
    func bootstrap(_ shards: Int) -> UnitBootstrap {
      UnitBootstrap(units: 60, method: .bca, replicates: 400, seed: 8, shards: shards) { weights in
        #expect(weights.reduce(0, +) == 60 || weights.reduce(0, +) == 59)
        var sums = AgreementSums(detail: .none)
        for (unit, times) in zip(units, weights) where times > 0 { sums.add(unit, times: times) }
        return KrippendorffAlpha.estimate(sums).value
      }
    }
    let one = bootstrap(1)
    for shards in [2, 3, 8] { #expect(bootstrap(shards).estimate == one.estimate) }
    let patterns = Bootstrap(
      RandomRatings.patterns(units), figures: [.krippendorffAlpha()], labelCount: 3,
      replicates: 4000, seed: 8
    ).estimates[0]
    let error = patterns.estimate.standardError ?? .nan
    let other = one.estimate
    #expect(((other.estimate.standardError ?? .nan) / error - 1).magnitude < 0.2)
    #expect(
      ((other.estimate.interval95?.lower ?? .nan)
        - (patterns.estimate.interval95?.lower ?? .nan)).magnitude < 0.5 * error)
    #expect(
      other.acceleration.map { ($0 - (patterns.acceleration ?? .nan)).magnitude < 1e-9 } ?? false)
  }

  @Test func `undefined figures are counted, no units are said`() {
    let half = UnitBootstrap(units: 2, replicates: 2000, seed: 1) {
      $0[0] == 0 ? nil : Double($0[0])
    }
    #expect((Double(half.estimate.undefinedReplicates) / 2000 - 0.25).magnitude < 0.04)
    #expect(half.estimate.estimate.interval95 == Interval(lower: 1, upper: 2))
    let none = UnitBootstrap(units: 0, seed: 1) { _ in 1 }
    #expect(none.estimate.estimate.status == .undefinedNoData)
    let never = UnitBootstrap(units: 3, replicates: 1000, seed: 1) { $0 == [1, 1, 1] ? 0.5 : nil }
    #expect(never.estimate.estimate.value == 0.5)
    #expect(never.estimate.estimate.intervalStatus == .tooFewReplicates)
  }

  @Test func `the jackknife of all figures at once is that of each`() {
    for seed in UInt64(0)..<60 {
      let ratings = RandomRatings(seed: seed, largestUnitCount: 20)
      let patterns = RandomRatings.patterns(ratings.units)
      let labels = ratings.labelCount
      let figures: [CountFigure] = [
        .krippendorffAlpha(), .percentAgreement(),
        .krippendorffAlpha(.interval([1, 2, 4, 7, 9, 12])),
      ]
      let jackknife = PatternJackknife(patterns, figures: figures, labelCount: labels)
      let plain = [
        Jackknife(patterns) { KrippendorffAlpha.estimate($0).value },
        Jackknife(patterns) { PercentAgreement.estimate($0).value },
        Jackknife(patterns) {
          KrippendorffAlpha.estimate($0, metric: .interval([1, 2, 4, 7, 9, 12])).value
        },
      ]
      for (one, other) in zip(jackknife.results, plain) {
        #expect((one == nil) == (other == nil), "\(seed)")
        guard let one, let other else { continue }
        #expect((one.estimate - other.estimate).magnitude < 1e-10, "\(seed)")
        #expect((one.standardError - other.standardError).magnitude < 1e-10, "\(seed)")
      }
      for (estimate, result) in zip(jackknife.estimates, jackknife.results) {
        #expect(estimate.standardError == result?.standardError)
      }
    }
  }

  /// Every unit counts for Fleiss' κ, those with one rating too.
  @Test func `units with one rating are left out in turn where they matter`() {
    let units =
      RandomUnits.some(count: 20, labels: 3, right: 0.7, seed: 2)
      + RandomUnits.some(count: 9, labels: 3, right: 0.7, seed: 3).map { [$0[0]] }
    let jackknife = PatternJackknife(
      RandomRatings.patterns(units), figures: [.fleissKappa()], labelCount: 3)
    let whole = FleissKappa.estimate(RandomRatings.sums(units)).value ?? .nan
    let each = units.indices.map { index in
      FleissKappa.estimate(RandomRatings.sums(units[..<index] + units[(index + 1)...])).value
        ?? .nan
    }
    let mean = each.reduce(0, +) / 29
    let squares = each.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    let result = jackknife.results[0]
    #expect(((result?.estimate ?? .nan) - (29 * whole - 28 * mean)).magnitude < 1e-10)
    #expect(
      ((result?.standardError ?? .nan) - (28.0 / 29 * squares).squareRoot()).magnitude < 1e-12)
    #expect(jackknife.estimates[0].intervalStatus == .jackknife)
  }
}
