import Agreement
import Testing

@Suite struct PatternTests {
  /// A matrix of identity weights goes the long way, over patterns; the sums go the short one.
  @Test
  func `patterns and squared sums give the same standard error`() {
    for seed in UInt64(0)..<200 {
      let ratings = RandomRatings(seed: seed, largestUnitCount: 30)
      let labels = ratings.labelCount
      let identity = (0..<labels).map { row in (0..<labels).map { $0 == row ? 1.0 : 0 } }
      let weights = AgreementWeights(agreement: identity)
      let patterns = RandomRatings.patterns(ratings.units)
      let pairs = [
        (
          FleissKappa.estimate(ratings.sums),
          FleissKappa.estimate(ratings.sums, weights: weights, patterns: patterns)
        ),
        (
          GwetAC.estimate(ratings.sums, labelCount: labels),
          GwetAC.estimate(ratings.sums, labelCount: labels, weights: weights, patterns: patterns)
        ),
        (
          KrippendorffAlpha.estimate(ratings.sums),
          KrippendorffAlpha.estimate(
            ratings.sums, metric: .squared { $0 == $1 ? 0 : 1 }, patterns: patterns)
        ),
      ]
      for (short, long) in pairs {
        #expect(short.status == long.status)
        let one = (short.standardError ?? 0) * (short.standardError ?? 0)
        let other = (long.standardError ?? 0) * (long.standardError ?? 0)
        #expect((one - other).magnitude < 1e-12)
      }
    }
  }

  @Test
  func `patterns add, subtract and merge`() {
    for seed in UInt64(0)..<50 {
      let one = RandomRatings(seed: seed).units
      let other = RandomRatings(seed: seed + 500).units
      var merged = RandomRatings.patterns(one)
      merged.merge(RandomRatings.patterns(other))
      #expect(merged == RandomRatings.patterns(one + other))
      for unit in other { merged.subtract(unit.span) }
      #expect(merged == RandomRatings.patterns(one))
    }
  }

  @Test func `weighted intervals say that they need patterns`() {
    var sums = AgreementSums()
    sums.add([UnitRating(label: 0), UnitRating(label: 1)])
    sums.add([UnitRating(label: 1), UnitRating(label: 1)])
    let weights = AgreementWeights(.linear, labelCount: 3)
    let estimate = GwetAC.estimate(sums, labelCount: 3, weights: weights)
    #expect(estimate.value != nil)
    #expect(estimate.interval95 == nil)
    #expect(estimate.intervalStatus == .needsPatterns)
  }
}
