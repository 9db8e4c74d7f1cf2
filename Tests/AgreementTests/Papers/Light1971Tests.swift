import Agreement
import Testing

/// R. J. Light (1971), Measures of response agreement for qualitative data: the mean of the κs of
/// all pairs.
@Suite struct Light1971Tests {
  /// Two annotators agree throughout; the third gives one label only, so its κ is 0 with both.
  @Test func `the mean of all pairs`() {
    let sums = Tables.ratings(["aabb", "aabb", "aaaa"], labels: "ab")
    let light = LightKappa(sums.annotatorPairs)
    #expect(isNear(light.estimate.value, 1.0 / 3))
    #expect(light.pairs == 3)
    #expect(light.estimate.intervalStatus == .needsVotes)
  }

  @Test func `pairs without variation are counted and left out`() {
    let sums = Tables.ratings(["aab", "aa.", "abb"], labels: "ab")
    let light = LightKappa(sums.annotatorPairs)
    #expect(light.undefinedPairs == 1)
    #expect(light.pairs == 2)
  }
}
