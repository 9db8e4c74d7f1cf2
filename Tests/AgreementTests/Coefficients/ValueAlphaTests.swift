import Agreement
import Domain
import Testing

@Suite struct ValueAlphaTests {
  private static let sets: [[String]] = [
    ["a"], ["a", "b"], ["b"], [], ["c", "a"], ["b", "c", "d"], ["d"],
  ]
  private static let values = sets.map { Value.labels($0.map { LabelID($0) }) }

  private static func patterns(units: Int, seed: UInt64) -> PatternCounts {
    var random = SeededRandom(seed: seed)
    var patterns = PatternCounts()
    for _ in 0..<units {
      let usual = Int32.random(in: 0..<7, using: &random)
      patterns.add(
        (0..<3).map { _ in
          let isUsual = Int.random(in: 0..<3, using: &random) > 0
          return UnitRating(label: isUsual ? usual : Int32.random(in: 0..<7, using: &random))
        })
    }
    return patterns
  }

  @Test func `sets as bits have the distances of sets as values`() {
    let bits = LabelSets(Self.sets)
    for one in Self.sets.indices {
      for other in Self.sets.indices {
        let first = Set(Self.sets[one])
        let second = Set(Self.sets[other])
        #expect(isNear(bits.masi(one, other), SetDifference.masi(first, second)))
        #expect(isNear(bits.jaccard(one, other), SetDifference.jaccard(first, second)))
        #expect(
          isNear(
            bits.masi(one, other), MASIDistance().between(Self.values[one], Self.values[other])))
      }
    }
  }

  @Test func `more than sixty-four labels need more than one word`() {
    let many = (0..<200).map { "label \($0)" }
    let bits = LabelSets([many, Array(many.prefix(150)), Array(many.suffix(50))])
    #expect(isNear(bits.jaccard(0, 1), 0.25))
    #expect(bits.masi(1, 2) == 1)
    #expect(isNear(bits.masi(0, 2), 1 - 0.25 * 2 / 3))
  }

  @Test func `alpha of values is alpha of their sets`() throws {
    let patterns = Self.patterns(units: 60, seed: 3)
    var sums = AgreementSums(detail: .none)
    patterns.visit { sums.add($0.unit, times: $0.units) }
    let byCode = KrippendorffAlpha.estimate(
      sums, metric: .masi(LabelSets(Self.sets)), patterns: patterns)
    let byValue = ValueAlpha(patterns, values: Self.values, distance: MASIDistance())
    #expect(isNear(byValue.estimate.value, byCode.value))
    #expect(isNear(byValue.estimate.standardError, byCode.standardError))
    #expect(byValue.distinctValues == 7)
    #expect(byValue.sampledPairs == nil)
  }

  @Test func `beyond the limit chance is sampled, said, and near what it would be`() throws {
    let patterns = Self.patterns(units: 200, seed: 5)
    let exact = ValueAlpha(patterns, values: Self.values, distance: JaccardDistance())
    let sampled = ValueAlpha(
      patterns, values: Self.values, distance: JaccardDistance(), seed: 11, exactValues: 3,
      samples: 20_000)
    #expect(sampled.sampledPairs == 20_000)
    #expect(sampled.estimate.observed == exact.estimate.observed)
    let error = try #require(sampled.expectedError)
    let wanted = try #require(exact.estimate.expected)
    let found = try #require(sampled.estimate.expected)
    #expect((found - wanted).magnitude < 4 * error)
    #expect(sampled.estimate.intervalStatus == .tooManyLabels)
    let again = ValueAlpha(
      patterns, values: Self.values, distance: JaccardDistance(), seed: 11, exactValues: 3,
      samples: 20_000)
    #expect(again == sampled)
  }

  @Test(arguments: [3, 2000])
  func `other codes for the same values change no bit, drawn or not`(exactValues: Int) {
    var random = SeededRandom(seed: 6)
    for seed in UInt64(1)...10 {
      let order = Array(Self.values.indices).shuffled(using: &random)
      var places = order
      for (place, code) in order.enumerated() { places[code] = place }
      var changed = PatternCounts()
      let patterns = Self.patterns(units: 60, seed: seed)
      patterns.visit { pattern in
        changed.add(
          pattern.unit.map { UnitRating(label: Int32(places[Int($0.label)])) }, times: pattern.units
        )
      }
      let one = ValueAlpha(
        patterns, values: Self.values, distance: MASIDistance(), seed: 4, exactValues: exactValues,
        samples: 500)
      let other = ValueAlpha(
        changed, values: order.map { Self.values[$0] }, distance: MASIDistance(), seed: 4,
        exactValues: exactValues, samples: 500)
      #expect(one == other)
    }
  }

  @Test func `no two ratings are said to be none`() {
    var patterns = PatternCounts()
    patterns.add([UnitRating(label: 0)])
    let alpha = ValueAlpha(patterns, values: Self.values, distance: MASIDistance())
    #expect(alpha.estimate.status == .undefinedNoPairs)
  }
}
