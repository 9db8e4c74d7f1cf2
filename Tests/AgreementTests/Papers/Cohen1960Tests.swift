import Agreement
import Testing

/// J. Cohen (1960), A coefficient of agreement for nominal scales, p. 45.
@Suite struct Cohen1960Tests {
  private let table = ContingencyTable(counts: [[88, 14, 18], [10, 40, 10], [2, 6, 12]])

  @Test func `kappa of the example`() {
    let estimate = CohenKappa.estimate(table)
    #expect(Tables.printed(estimate.observed, decimals: 2) == 0.70)
    #expect(Tables.printed(estimate.expected, decimals: 2) == 0.41)
    #expect(Tables.printed(estimate.value) == 0.492)
  }

  @Test func `the largest kappa that the margins allow`() {
    #expect(Tables.printed(CohenKappa.maximum(table)) == 0.831)
  }
}
