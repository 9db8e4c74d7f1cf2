import Agreement
import Testing

/// A. H. Murphy (1973), A new vector partition of the probability score: the identity, by hand on a
/// small case, and for random forecasts.
@Suite struct Murphy1973Tests {
  @Test func `the parts of ten forecasts, by hand`() throws {
    // Ten days: .2 on five of them (rain on one), .8 on five of them (rain on three).
    let forecasts = try Forecasts(
      confidences: [0.2, 0.2, 0.2, 0.2, 0.2, 0.8, 0.8, 0.8, 0.8, 0.8],
      outcomes: [true, false, false, false, false, true, true, true, false, false])
    let parts = try #require(MurphyDecomposition(forecasts))
    #expect((parts.reliability - 0.02).magnitude < 1e-15)
    #expect((parts.resolution - 0.04).magnitude < 1e-15)
    #expect((parts.uncertainty - 0.24).magnitude < 1e-15)
    // (1 · .64 + 4 · .04 + 3 · .04 + 2 · .64) / 10
    let brier = try #require(BrierScore.binary(forecasts).value)
    #expect((brier - 0.22).magnitude < 1e-15)
    #expect((parts.brier - brier).magnitude < 1e-15)
  }

  @Test(arguments: [Binning.distinctValues, .equalWidth(7), .equalMass(5), .equalMass(60)])
  func `the parts add up to the score with any bins`(_ binning: Binning) throws {
    var random = SeededRandom(seed: 1973)
    for _ in 0..<50 {
      let count = Int.random(in: 1...60, using: &random)
      let confidences = (0..<count).map { _ in Double(Int.random(in: 0...40, using: &random)) / 40 }
      let forecasts = try Forecasts(
        confidences: confidences,
        outcomes: confidences.map { Double.random(in: 0..<1, using: &random) < $0 * $0 })
      let parts = try #require(MurphyDecomposition(forecasts, binning: binning))
      let brier = try #require(BrierScore.binary(forecasts).value)
      #expect((parts.brier - brier).magnitude < 1e-12, "\(parts)")
    }
  }
}
