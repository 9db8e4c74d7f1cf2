import Agreement
import Testing

@Suite struct PairTallyTests {
  @Test func `units that agree alike leave an interval that has collapsed, exactly`() {
    var tally = PairTally()
    for unit in 1...50 { tally.add(agreeing: unit, of: 3 * unit) }
    let estimate = tally.estimate()
    #expect(isNear(estimate.value, 1.0 / 3))
    #expect(estimate.standardError == 0 && estimate.intervalStatus == .collapsed)
  }

  @Test func `the variance is that of a ratio`() {
    var random = SeededRandom(seed: 2)
    for _ in 0..<50 {
      let units = (0..<Int.random(in: 2...30, using: &random)).map { _ in
        let pairs = Int.random(in: 1...90, using: &random)
        return (agreeing: Int.random(in: 0...pairs, using: &random), pairs: pairs)
      }
      var tally = PairTally()
      for unit in units { tally.add(agreeing: unit.agreeing, of: unit.pairs) }
      let pairs = Double(units.reduce(0) { $0 + $1.pairs })
      let share = Double(units.reduce(0) { $0 + $1.agreeing }) / pairs
      let squares = units.reduce(0.0) {
        let excess = Double($1.agreeing) - share * Double($1.pairs)
        return $0 + excess * excess
      }
      let n = Double(units.count)
      let error = (squares * n / (n - 1)).squareRoot() / pairs
      #expect(isNear(tally.estimate().standardError, error))
    }
  }

  @Test func `pairs without number do not overflow`() {
    var tally = PairTally()
    tally.add(agreeing: 1 << 60, of: 1 << 61)
    tally.add(agreeing: 1 << 60, of: (1 << 61) + 1)
    var other = PairTally()
    other.add(agreeing: 1 << 61, of: 1 << 61)
    tally.merge(other)
    let estimate = tally.estimate()
    #expect(isNear(estimate.value, 2.0 / 3))
    #expect((estimate.standardError ?? .nan) > 0)
  }
}
