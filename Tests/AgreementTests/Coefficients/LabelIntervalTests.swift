import Agreement
import Testing

/// The intervals of one label against the rest, against the same figures of collapsed ratings.
@Suite struct LabelIntervalTests {
  @Test func `alpha and kappa have the intervals of ratings collapsed to two labels`() {
    var compared = 0
    for seed in 1...60 {
      let random = RandomRatings(seed: UInt64(seed))
      let patterns = RandomRatings.patterns(random.units)
      for figures in LabelFigures.all(
        random.sums, labelCount: random.labelCount, patterns: patterns)
      {
        let collapsed = random.units.map { unit in
          unit.map {
            UnitRating(
              annotator: $0.annotator, label: Int($0.label) == figures.label ? 0 : 1)
          }
        }
        let sums = RandomRatings.sums(collapsed)
        guard figures.alpha.value != nil else { continue }
        let alpha = KrippendorffAlpha.estimate(sums)
        let kappa = FleissKappa.estimate(sums)
        #expect(isNear(figures.alpha.value, alpha.value))
        #expect(isNear(figures.alpha.standardError, alpha.standardError))
        #expect(isNear(figures.kappa.value, kappa.value))
        #expect(isNear(figures.kappa.standardError, kappa.standardError))
        #expect(isNear(figures.kappa.interval95?.upper, kappa.interval95?.upper))
        compared += 1
      }
    }
    #expect(compared > 80)
  }

  @Test func `specific agreement has the jackknife over units`() {
    var compared = 0
    for seed in 1...60 {
      let random = RandomRatings(seed: UInt64(seed))
      let patterns = RandomRatings.patterns(random.units)
      let pairable = random.units.filter { $0.count > 1 }
      let plain = LabelFigures.all(random.sums, labelCount: random.labelCount)
      for figures in LabelFigures.all(
        random.sums, labelCount: random.labelCount, patterns: patterns)
      {
        #expect(isNear(figures.specific.value, plain[figures.label].specific.value))
        guard figures.specific.value != nil else { continue }
        let wanted = PlainJackknife.standardError(pairable) { units in
          var agreeing = 0
          var possible = 0
          for unit in units {
            let own = unit.count { Int($0.label) == figures.label }
            agreeing += own * (own - 1)
            possible += own * (unit.count - 1)
          }
          return possible == 0 ? nil : Double(agreeing) / Double(possible)
        }
        #expect(isNear(figures.specific.standardError, wanted), "seed \(seed)")
        compared += 1
      }
    }
    #expect(compared > 80)
  }

  @Test func `prevalence is the mean share over units, with the error of a mean`() {
    for seed in 1...30 {
      let random = RandomRatings(seed: UInt64(seed))
      let units = random.units.filter { !$0.isEmpty }
      guard units.count > 1 else { continue }
      for figures in LabelFigures.all(
        random.sums, labelCount: random.labelCount,
        patterns: RandomRatings.patterns(random.units))
      {
        let shares = units.map { unit in
          Double(unit.count { Int($0.label) == figures.label }) / Double(unit.count)
        }
        let count = Double(shares.count)
        let mean = shares.reduce(0, +) / count
        let squares = shares.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
        #expect(isNear(figures.prevalence.value, mean))
        #expect(
          isNear(
            figures.prevalence.standardError, (squares / (count * (count - 1))).squareRoot()))
      }
    }
  }
}
