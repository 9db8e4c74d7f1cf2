import Agreement
import Testing

/// K. L. Gwet (2008), Computing inter-rater reliability and its variance in the presence of high
/// agreement: 125 units, nearly all in one category.
@Suite struct Gwet2008Tests {
  private let sums = Tables.square([[118, 5], [2, 0]])

  @Test func `kappa and pi are negative at 94 per cent agreement`() throws {
    let table = try #require(sums.annotatorPairs.first).table
    #expect(Tables.printed(PercentAgreement.estimate(sums).value) == 0.944)
    #expect(Tables.printed(CohenKappa.estimate(table).value, decimals: 4) == -0.0234)
    #expect(Tables.printed(ScottPi.estimate(sums).value, decimals: 4) == -0.0288)
  }

  @Test func `AC1 is not misled`() {
    #expect(Tables.printed(GwetAC.estimate(sums, labelCount: 2).value, decimals: 4) == 0.9408)
  }
}
