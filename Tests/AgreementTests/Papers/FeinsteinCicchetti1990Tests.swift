import Agreement
import Testing

/// A. R. Feinstein & D. V. Cicchetti (1990), High agreement but low kappa: two tables with the same
/// agreement; Byrt, Bishop & Carlin (1993) add PABAK.
@Suite struct FeinsteinCicchetti1990Tests {
  private let balanced = Tables.square([[40, 9], [6, 45]])
  private let skewed = Tables.square([[80, 10], [5, 5]])

  @Test func `the same agreement, a kappa of .70 and one of .32`() throws {
    for (sums, kappa) in [(balanced, 0.70), (skewed, 0.32)] {
      #expect(PercentAgreement.estimate(sums).value == 0.85)
      let table = try #require(sums.annotatorPairs.first).table
      #expect(Tables.printed(CohenKappa.value(table), decimals: 2) == kappa)
    }
  }

  @Test func `agreement on the positive and on the negative cases`() {
    let figures = LabelFigures.all(skewed, labelCount: 2)
    #expect(Tables.printed(figures[0].specificAgreement) == 0.914)
    #expect(Tables.printed(figures[1].specificAgreement) == 0.400)
  }

  @Test func `PABAK`() {
    let estimate = BrennanPrediger.estimate(skewed, labelCount: 2)
    #expect(Tables.printed(estimate.value, decimals: 2) == 0.70)
  }
}
