import Agreement
import Testing

/// J. L. Fleiss, J. Cohen & B. S. Everitt (1969), Large sample standard errors of kappa and weighted
/// kappa: the example that PROC FREQ of SAS prints with both errors.
@Suite struct FleissCohenEveritt1969Tests {
  private let table = ContingencyTable(counts: [[0, 4, 1], [0, 8, 0], [0, 1, 5]])

  @Test func `kappa with its standard errors and the normal interval`() throws {
    let estimate = CohenKappa.estimate(table)
    #expect(Tables.printed(estimate.value, decimals: 4) == 0.4842)
    #expect(Tables.printed(estimate.standardError) == 0.138)
    #expect(Tables.printed(estimate.nullStandardError, decimals: 4) == 0.1484)
    #expect(Tables.printed(estimate.z, decimals: 4) == 3.2626)
    let interval = Interval.normal(
      around: try #require(estimate.value),
      standardError: try #require(estimate.standardError))
    #expect(Tables.printed(interval.lower, decimals: 4) == 0.2137)
    #expect(Tables.printed(interval.upper, decimals: 4) == 0.7547)
  }

  @Test func `linearly weighted kappa with its standard errors`() {
    let estimate = CohenKappa.estimate(
      table, weights: AgreementWeights(.linear, labelCount: 3))
    #expect(Tables.printed(estimate.value, decimals: 4) == 0.4701)
    #expect(Tables.printed(estimate.standardError, decimals: 4) == 0.1457)
    #expect(Tables.printed(estimate.nullStandardError, decimals: 4) == 0.1426)
    #expect(Tables.printed(estimate.z, decimals: 4) == 3.2971)
  }
}
