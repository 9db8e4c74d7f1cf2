import Agreement
import Testing

@Suite struct PreferenceTests {
  private static func unit(
    _ first: Int32, _ second: Int32, _ choices: [PreferenceChoice], prompt: Int32 = -1,
    pair: Int32 = -1
  ) -> PreferenceUnit {
    PreferenceUnit(
      first: first, second: second, prompt: prompt, pair: pair,
      votes: choices.enumerated().map { PreferenceVote(annotator: Int32($0), $1) })
  }

  @Test func `the same two answers the other way round`() {
    let units = [
      Self.unit(0, 1, [.first, .first, .tie, .second], pair: 7),
      Self.unit(1, 0, [.second, .first, .tie, .second], pair: 7),
    ]
    let swaps = SwapConsistency(units)
    #expect(swaps.repeats == 4 && swaps.consistent.value == 0.5)
    #expect(swaps.alwaysFirst == 1 && swaps.alwaysSecond == 1 && swaps.p == 1)
    #expect(SwapConsistency(units, annotator: 1).consistent.value == 0)
    #expect(SwapConsistency([units[0], units[0]]).repeats == 0)
  }

  @Test func `the place shown first, counted by vote and by unit`() throws {
    let units =
      (0..<8).map { _ in Self.unit(0, 1, [.first, .first, .tie]) }
      + (0..<2).map { _ in Self.unit(0, 1, [.second, .second, .first]) }
    let bias = PositionBias(units)
    #expect(bias.share.value == 18 / 22.0)
    #expect(bias.unitsForFirst == 8 && bias.unitsForSecond == 2)
    // (1 + 10 + 45) / 1024, twice.
    #expect(((bias.p ?? .nan) - 112 / 1024.0).magnitude < 1e-12)
    let interval = try #require(bias.shareOverUnits.interval95)
    #expect(interval.lower < 18 / 22.0 && interval.upper > 18 / 22.0)
    #expect(PositionBias([]).share.value == nil && PositionBias([]).p == nil)
  }

  @Test func `circles are found, the widest first, and Kendall's zeta`() {
    // 0 > 1 > 2 > 0 by 2 at least; 3 beats everybody.
    let wins = [[0, 5, 0, 0], [1, 0, 3, 0], [2, 0, 0, 0], [4, 4, 4, 0]]
    let cycles = PreferenceCycles(WinTable(wins: wins))
    #expect(cycles.triads == 4 && cycles.cyclic == 1 && cycles.share.value == 0.25)
    #expect(cycles.worst.map(\.systems) == [[0, 1, 2]] && cycles.worst.map(\.margin) == [2])
    #expect(cycles.consistence == 0.5)
    let prompts = [
      Self.unit(0, 1, [.first], prompt: 1), Self.unit(1, 2, [.first], prompt: 1),
      Self.unit(0, 2, [.second], prompt: 1), Self.unit(0, 2, [.first], prompt: 2),
    ]
    let own = PromptCycles(prompts)
    #expect(own.triads == 1 && own.cyclic == 1)
  }

  @Test func `strengths exist only where everybody loses to somebody`() {
    let chain = WinTable(wins: [[0, 3, 0], [0, 0, 3], [0, 0, 0]])
    #expect(BradleyTerry(chain).status == .notIdentifiable)
    let apart = WinTable(wins: [[0, 3, 0, 0], [2, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0]])
    #expect(BradleyTerry(apart).status == .notIdentifiable)
    let helped = BradleyTerry(chain, pseudoCount: 0.5)
    #expect(helped.status == .defined)
    #expect((helped.difference(0, 2).value ?? 0) > (helped.difference(0, 1).value ?? 9))
    #expect(BradleyTerry(WinTable(systemCount: 3)).status == .undefinedNoData)
    // With ties alone between two, the sides of Davidson's model drift apart without end.
    var ties = WinTable(systemCount: 2)
    ties.add(first: 0, second: 1, .first, times: 5)
    ties.add(first: 0, second: 1, .tie, times: 3)
    #expect(BradleyTerry(ties, ties: .davidson).status == .notIdentifiable)
    #expect(BradleyTerry(ties).status == .defined)
  }

  @Test func `who is shown first: with both orders the log odds of two by two counts`() throws {
    // In either order 30 : 10, with the other system first 20 : 20. β + δ = ln 3, −β + δ = 0.
    var table = WinTable(systemCount: 2)
    table.add(first: 0, second: 1, .first, times: 30)
    table.add(first: 0, second: 1, .second, times: 10)
    table.add(first: 1, second: 0, .first, times: 20)
    table.add(first: 1, second: 0, .second, times: 20)
    let model = BradleyTerry(table, orderEffect: true)
    let order = try #require(model.orderEffect)
    #expect(((order.value ?? .nan) - 1.0986122886681098 / 2).magnitude < 1e-10)
    #expect(((model.difference(0, 1).value ?? .nan) - 1.0986122886681098 / 2).magnitude < 1e-10)
    let error = (1 / 30.0 + 1 / 10.0 + 1 / 20.0 + 1 / 20.0).squareRoot() / 2
    #expect(((order.standardError ?? .nan) - error).magnitude < 1e-10)
  }

  @Test func `the order of units, votes, annotators and systems changes nothing`() {
    var random = SeededRandom(seed: 6)
    let names = ["delta", "alpha", "omega", "beta"]
    for _ in 0..<10 {
      let units = (0..<60).map { _ in
        let first = Int32.random(in: 0..<4, using: &random)
        let second = (first + Int32.random(in: 1..<4, using: &random)) % 4
        return Self.unit(
          first, second,
          (0..<4).map { _ in PreferenceChoice.allCases.randomElement(using: &random) ?? .tie },
          prompt: Int32.random(in: 0..<5, using: &random))
      }
      let annotators = ["w", "x", "y", "z"]
      let report = PreferenceReport(units, systems: names, annotators: annotators)
      let turned = units.reversed().map { unit in
        PreferenceUnit(
          first: 3 - unit.first, second: 3 - unit.second, prompt: unit.prompt,
          votes: unit.votes.reversed().map {
            PreferenceVote(annotator: 3 - $0.annotator, $0.choice)
          })
      }
      let again = PreferenceReport(
        turned, systems: names.reversed(), annotators: annotators.reversed())
      #expect(report == again)
    }
  }
}
