import Agreement
import Foundation
import Testing

/// R. R. Davidson (1970), On extending the Bradley–Terry model to accommodate ties in paired
/// comparison experiments: P(i) : P(tie) : P(j) = π_i : ν √(π_i π_j) : π_j.
@Suite struct Davidson1970Tests {
  @Test func `two systems have a closed solution`() throws {
    // Three outcomes, two parameters: the fit is exact. 8 : 12 : 2 gives π_1/π_2 = 4, ν = 12/√16 = 3.
    var table = WinTable(systemCount: 2)
    table.add(first: 0, second: 1, .first, times: 8)
    table.add(first: 0, second: 1, .tie, times: 12)
    table.add(first: 0, second: 1, .second, times: 2)
    let model = BradleyTerry(table, ties: .davidson)
    #expect(((model.difference(0, 1).value ?? .nan) - log(4.0)).magnitude < 1e-10)
    #expect(((model.tieRate ?? .nan) - 3).magnitude < 1e-9)
    // The odds of the two sides are those of 8 to 2, whatever the ties: 1/8 + 1/2.
    let error = try #require(model.difference(0, 1).standardError)
    #expect((error - 0.625.squareRoot()).magnitude < 1e-9)
  }

  @Test func `at the maximum points and ties are as expected (equations 3.2 and 3.3)`() throws {
    var random = SeededRandom(seed: 1970)
    for _ in 0..<40 {
      let count = Int.random(in: 2...6, using: &random)
      var table = WinTable(systemCount: count)
      for one in 0..<count {
        for other in 0..<count where other != one {
          table.add(first: one, second: other, .first, times: Int.random(in: 1...9, using: &random))
          table.add(first: one, second: other, .tie, times: Int.random(in: 1...6, using: &random))
        }
      }
      let model = BradleyTerry(table, ties: .davidson)
      let nu = try #require(model.tieRate)
      let strengths = try (0..<count).map { exp(try #require(model.strength($0).value)) }
      var tiesExpected = 0.0
      var tiesSeen = 0.0
      for one in 0..<count {
        var points = 0.0
        for other in 0..<count where other != one {
          let counts = table.counts(one, other)
          let root = (strengths[one] * strengths[other]).squareRoot()
          let total = strengths[one] + strengths[other] + nu * root
          let n = Double(counts.total)
          points += Double(counts.first) + Double(counts.tied) / 2
          points -= n * (strengths[one] + nu * root / 2) / total
          tiesExpected += n * nu * root / total
          tiesSeen += Double(counts.tied)
        }
        #expect(points.magnitude < 1e-8)
      }
      #expect((tiesExpected - tiesSeen).magnitude < 1e-8)
    }
  }

  @Test func `without ties it is Bradley and Terry's model`() {
    let wins = [[0, 3, 4, 2], [19, 0, 8, 19], [4, 9, 0, 12], [10, 4, 3, 0]]
    let plain = BradleyTerry(WinTable(wins: wins))
    let davidson = BradleyTerry(WinTable(wins: wins), ties: .davidson)
    #expect(davidson.tieRate == 0)
    for system in 0..<4 { #expect(plain.strength(system) == davidson.strength(system)) }
  }
}
