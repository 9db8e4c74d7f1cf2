import Agreement
import Testing

/// R. A. Bradley & M. E. Terry (1952), Rank analysis of incomplete block designs; the worked example is
/// Agresti's (2002, p. 438): the American League East of 1987.
@Suite struct BradleyTerry1952Tests {
  private static let teams = [
    "Milwaukee", "Detroit", "Toronto", "New York", "Boston", "Cleveland", "Baltimore",
  ]
  private static let wins = [
    [0, 7, 9, 7, 7, 9, 11], [6, 0, 7, 5, 11, 9, 9], [4, 6, 0, 7, 7, 8, 12],
    [6, 8, 6, 0, 6, 7, 10], [6, 2, 6, 7, 0, 7, 12], [4, 4, 5, 6, 6, 0, 6],
    [2, 4, 1, 3, 1, 7, 0],
  ]

  @Test func `the strengths of the seven teams`() {
    let model = BradleyTerry(WinTable(wins: Self.wins))
    let strengths = Self.teams.indices.map {
      Tables.printed(model.difference($0, 6).value, decimals: 2)
    }
    #expect(strengths == [1.58, 1.44, 1.29, 1.25, 1.11, 0.68, 0])
  }

  @Test func `the standard error of one difference, as R prints it`() throws {
    // BradleyTerry2 gives 0.3433 for Milwaukee against Baltimore.
    let error = try #require(
      BradleyTerry(WinTable(wins: Self.wins)).difference(0, 6).standardError)
    #expect((error - 0.3433).magnitude < 5e-5)
  }

  @Test func `every team wins as often as the model says`() {
    let model = BradleyTerry(WinTable(wins: Self.wins))
    for team in Self.teams.indices {
      var expected = 0.0
      for other in Self.teams.indices where other != team {
        let games = Double(Self.wins[team][other] + Self.wins[other][team])
        expected += games * (model.winShare(team, over: other).value ?? .nan)
      }
      #expect((expected - Double(Self.wins[team].reduce(0, +))).magnitude < 1e-9)
    }
  }

  @Test func `two systems: the log odds and their standard error`() {
    let difference = BradleyTerry(WinTable(wins: [[0, 30], [10, 0]])).difference(0, 1)
    #expect(((difference.value ?? .nan) - 1.0986122886681098).magnitude < 1e-12)
    let error = (1 / 30.0 + 1 / 10.0).squareRoot()
    #expect(((difference.standardError ?? .nan) - error).magnitude < 1e-10)
  }
}
