import Agreement
import Testing

/// Intervals of strengths where several people vote on one pair of answers.
@Suite struct ClusteredStrengthTests {
  private static func units(
    seed: UInt64, count: Int, votes: Int = 1, ties: Bool = false
  ) -> [PreferenceUnit] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in
      let first = Int32.random(in: 0..<4, using: &random)
      let second = (first + Int32.random(in: 1..<4, using: &random)) % 4
      let lead = Double(second - first) * 0.15
      let choice: PreferenceChoice =
        ties && Int.random(in: 0..<5, using: &random) == 0
        ? .tie : Double.random(in: 0..<1, using: &random) < 0.5 + lead ? .first : .second
      return PreferenceUnit(
        first: first, second: second,
        votes: (0..<votes).map { PreferenceVote(annotator: Int32($0), choice) })
    }
  }

  @Test(arguments: TieHandling.allCases)
  func `five votes that always say the same know no more than one`(ties: TieHandling) throws {
    let one = BradleyTerry(
      Self.units(seed: 4, count: 300, ties: true), systemCount: 4, ties: ties)
    let five = BradleyTerry(
      Self.units(seed: 4, count: 300, votes: 5, ties: true), systemCount: 4, ties: ties)
    let naive = BradleyTerry(
      WinTable(Self.units(seed: 4, count: 300, votes: 5, ties: true), systemCount: 4), ties: ties)
    for system in 0..<4 {
      #expect(isNear(one.strength(system).value, five.strength(system).value, within: 1e-8))
      #expect(
        isNear(
          one.strength(system).standardError, five.strength(system).standardError, within: 1e-8))
      #expect(five.strength(system).intervalStatus == .sandwich)
      let alone = try #require(naive.strength(system).standardError)
      #expect(naive.strength(system).intervalStatus == .independent)
      #expect(try #require(five.strength(system).standardError) > 1.7 * alone)
    }
  }

  @Test func `with one vote a pair the sandwich is near the inverse information`() throws {
    let units = Self.units(seed: 8, count: 4000)
    let clustered = BradleyTerry(units, systemCount: 4)
    let plain = BradleyTerry(WinTable(units, systemCount: 4))
    for system in 1..<4 {
      let one = try #require(clustered.difference(system, 0).standardError)
      let other = try #require(plain.difference(system, 0).standardError)
      #expect((one / other - 1).magnitude < 0.1)
    }
  }

  @Test(arguments: [false, true])
  func `the sandwich is near the jackknife over pairs`(orderEffect: Bool) throws {
    let units = Self.units(seed: 21, count: 240, votes: 2)
    func model(_ units: [PreferenceUnit]) -> BradleyTerry {
      BradleyTerry(units, systemCount: 4, orderEffect: orderEffect)
    }
    let values = try units.indices.map { left in
      var rest = units
      rest.remove(at: left)
      return try #require(model(rest).strength(2).value)
    }
    let count = Double(units.count)
    let mean = values.reduce(0, +) / count
    let squares = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    let jackknife = ((count - 1) / count * squares).squareRoot()
    let sandwich = try #require(model(units).strength(2).standardError)
    #expect((sandwich / jackknife - 1).magnitude < 0.05)
  }

  @Test func `the order and the sides of pairs change no bit`() {
    let units = Self.units(seed: 30, count: 80, votes: 3)
    let turned = units.reversed().map { unit in
      PreferenceUnit(
        first: unit.second, second: unit.first,
        votes: unit.votes.map { PreferenceVote(annotator: $0.annotator, $0.choice.swapped) })
    }
    let one = BradleyTerry(units, systemCount: 4)
    let other = BradleyTerry(turned, systemCount: 4)
    #expect((0..<4).map { one.strength($0) } == (0..<4).map { other.strength($0) })
  }

  @Test func `no more pairs than strengths give values without intervals, and say why`() {
    let votes = [PreferenceChoice.first, .first, .second].enumerated().map {
      PreferenceVote(annotator: Int32($0), $1)
    }
    let one = BradleyTerry(
      [PreferenceUnit(first: 0, second: 1, votes: votes)], systemCount: 2)
    #expect(one.status == .defined)
    #expect(one.strength(0).value != nil && one.strength(0).interval95 == nil)
    #expect(one.strength(0).intervalStatus == .oneUnit)
    let two = BradleyTerry(
      [(0, 1), (1, 2)].map {
        PreferenceUnit(first: Int32($0), second: Int32($1), votes: votes)
      }, systemCount: 3)
    #expect(two.difference(0, 1).intervalStatus == .tooFewUnits)
    #expect(two.winShare(0, over: 2).value != nil)
    #expect(two.winShare(0, over: 2).interval95 == nil)
    #expect(two.difference(0, 1).intervalStatus.explanation != nil)
  }
}
