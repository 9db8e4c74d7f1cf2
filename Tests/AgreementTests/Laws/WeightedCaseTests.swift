import Agreement
import Testing

/// Weighted coefficients of random ratings against their definitions, written out over ratings.
@Suite struct WeightedCaseTests {
  private let cases = UInt64(0)..<250

  /// Pairs of different ratings in a unit, both ways round, by weight.
  private static func agreement(_ unit: [Int], _ w: [[Double]]) -> Double {
    var sum = 0.0
    for (place, label) in unit.enumerated() {
      for (other, second) in unit.enumerated() where other != place { sum += w[label][second] }
    }
    return sum / Double(unit.count * (unit.count - 1))
  }

  private static func mean(_ p: [Double], _ q: [Double], _ w: [[Double]]) -> Double {
    var sum = 0.0
    for k in p.indices { for l in q.indices { sum += w[k][l] * p[k] * q[l] } }
    return sum
  }

  private static func corrected(_ observed: Double, _ expected: Double) -> Double {
    (observed - expected) / (1 - expected)
  }

  @Test(arguments: AgreementWeights.Scheme.allCases)
  func `the family of any number of annotators`(scheme: AgreementWeights.Scheme) {
    var compared = 0
    for seed in cases {
      let ratings = RandomRatings(seed: seed)
      let plain = PlainFormulas(ratings)
      guard ratings.labelCount > 1, !plain.pairable.isEmpty,
        plain.pairableCounts.count(where: { $0 > 0 }) > 1
      else { continue }
      let scores = (0..<ratings.labelCount).map { Double($0 * $0 + 1) }
      let w = PlainWeights.matrix(scheme, scores)
      let weights = AgreementWeights(scheme, scores: scores)
      let q = Double(ratings.labelCount)
      let observed =
        plain.pairable.map { Self.agreement($0, w) }.reduce(0, +) / Double(plain.pairable.count)
      let total = w.joined().reduce(0, +)
      let fleiss = Self.mean(plain.shares, plain.shares, w)
      let gwet = total / (q * (q - 1)) * plain.shares.map { $0 * (1 - $0) }.reduce(0, +)
      let patterns = RandomRatings.patterns(ratings.units)
      let percent = PercentAgreement.estimate(ratings.sums, weights: weights, patterns: patterns)
      #expect(isNear(percent.value, observed), "seed \(seed)")
      for (found, expected) in [
        (FleissKappa.estimate(ratings.sums, weights: weights, patterns: patterns), fleiss),
        (
          GwetAC.estimate(
            ratings.sums, labelCount: ratings.labelCount, weights: weights, patterns: patterns),
          gwet
        ),
        (
          BrennanPrediger.estimate(
            ratings.sums, labelCount: ratings.labelCount, weights: weights, patterns: patterns),
          total / (q * q)
        ),
      ] where 1 - expected > 1e-6 {
        #expect(isNear(found.expected, expected), "seed \(seed)")
        #expect(isNear(found.value, Self.corrected(observed, expected)), "seed \(seed)")
        compared += 1
      }
    }
    #expect(compared > 300)
  }

  @Test(arguments: AgreementWeights.Scheme.allCases)
  func `those that know who rated`(scheme: AgreementWeights.Scheme) {
    var compared = 0
    for seed in cases {
      let ratings = RandomRatings(seed: seed)
      let scores = (0..<ratings.labelCount).map { Double($0 * $0 + 1) }
      let w = PlainWeights.matrix(scheme, scores)
      let weights = AgreementWeights(scheme, scores: scores)
      let conger = CongerKappa.estimate(ratings.sums, weights: weights, votes: ratings.votes)
      if let value = conger.value, let (observed, expected) = Self.conger(ratings, w) {
        #expect(isNear(conger.observed, observed) && isNear(conger.expected, expected))
        #expect(isNear(value, Self.corrected(observed, expected)), "seed \(seed)")
        compared += 1
      }
      for pair in ratings.sums.annotatorPairs.prefix(4) {
        let labels = ratings.units.compactMap { unit -> (Int, Int)? in
          guard let one = unit.first(where: { Int($0.annotator) == pair.first }),
            let other = unit.first(where: { Int($0.annotator) == pair.second })
          else { return nil }
          return (Int(one.label), Int(other.label))
        }
        let n = Double(labels.count)
        let observed = labels.map { w[$0.0][$0.1] }.reduce(0, +) / n
        let rows = w.indices.map { label in Double(labels.count { $0.0 == label }) / n }
        let columns = w.indices.map { label in Double(labels.count { $0.1 == label }) / n }
        let expected = Self.mean(rows, columns, w)
        let found = CohenKappa.estimate(pair.table, weights: weights)
        guard 1 - expected > 1e-9 else {
          #expect(found.status == .undefinedNoVariation)
          continue
        }
        #expect(isNear(found.value, Self.corrected(observed, expected)), "seed \(seed)")
      }
    }
    #expect(compared > 100)
  }

  /// p_a, and p_e as the mean over ordered pairs of different annotators.
  private static func conger(
    _ ratings: RandomRatings, _ w: [[Double]]
  ) -> (observed: Double, expected: Double)? {
    let plain = PlainFormulas(ratings)
    let annotators = Set(ratings.units.joined().map(\.annotator)).sorted()
    guard !plain.pairable.isEmpty, annotators.count > 1 else { return nil }
    let shares = annotators.map { annotator in
      let own = ratings.units.joined().filter { $0.annotator == annotator }
      return w.indices.map { label in
        Double(own.count { Int($0.label) == label }) / Double(own.count)
      }
    }
    var expected = 0.0
    for one in shares.indices {
      for other in shares.indices where other != one {
        expected += mean(shares[one], shares[other], w)
      }
    }
    let observed = plain.pairable.map { agreement($0, w) }.reduce(0, +)
    return (
      observed / Double(plain.pairable.count),
      expected / Double(shares.count * (shares.count - 1))
    )
  }

  @Test func `B is the filled part of the rectangles`() {
    for seed in UInt64(0)..<300 {
      let ratings = RandomRatings(seed: seed)
      for pair in ratings.sums.annotatorPairs.prefix(3) {
        let table = pair.table
        let labels = 0..<table.labelCount
        let filled = labels.map { label in
          let own = table.cells.first { $0.row == label && $0.column == label }?.count ?? 0
          return own * own
        }.reduce(0, +)
        let all = labels.map { table.rows[$0] * table.columns[$0] }.reduce(0, +)
        let wanted = all == 0 ? nil : Double(filled) / Double(all)
        #expect(isNear(BangdiwalaB.estimate(table).value, wanted, within: 1e-15))
      }
    }
  }

  @Test func `alpha on a circle, and of sets`() {
    var random = SeededRandom(seed: 77)
    for seed in UInt64(0)..<200 {
      let ratings = RandomRatings(seed: seed)
      let plain = PlainFormulas(ratings)
      guard !plain.pairable.isEmpty else { continue }
      let scores = (0..<ratings.labelCount).map { Double($0) }
      let w = PlainWeights.matrix(.circular, scores)
      // The circular weights are 1 less the circular difference, up to a factor, which drops out.
      let circular = KrippendorffAlpha.estimate(ratings.sums, metric: .circular(scores)).value
      #expect(isNear(circular, plain.alpha { 1 - w[$0][$1] }), "seed \(seed)")
      let sets = (0..<ratings.labelCount).map { _ in
        Set(["a", "b", "c", "d"].filter { _ in Bool.random(using: &random) })
      }
      let coded = LabelSets(sets.map { $0.sorted() })
      let patterns = RandomRatings.patterns(ratings.units)
      for (metric, distance) in [
        (AlphaMetric.jaccard(coded), SetDifference.jaccard), (.masi(coded), SetDifference.masi),
      ] {
        let found = KrippendorffAlpha.estimate(ratings.sums, metric: metric, patterns: patterns)
        let wanted = plain.alpha { distance(sets[$0], sets[$1]) }
        guard let value = found.value else { continue }
        #expect(isNear(value, wanted), "seed \(seed)")
      }
    }
  }
}
