import Agreement
import Testing

/// J. Cohen (1968), Weighted kappa, table 1: the 1960 table with weights of disagreement.
@Suite struct Cohen1968Tests {
  private let table = ContingencyTable(counts: [[88, 14, 18], [10, 40, 10], [2, 6, 12]])

  @Test func `weighted kappa`() {
    let weights = AgreementWeights(disagreement: [[0, 1, 3], [1, 0, 6], [3, 6, 0]])
    #expect(Tables.printed(CohenKappa.estimate(table, weights: weights).value) == 0.348)
  }

  @Test func `weights need not be symmetric`() {
    let weights = AgreementWeights(disagreement: [[0, 1, 4], [1, 0, 6], [2, 2, 0]])
    #expect(Tables.printed(CohenKappa.estimate(table, weights: weights).value) == 0.353)
  }
}
