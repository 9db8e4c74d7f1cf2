import Agreement
import Testing

/// W. A. Scott (1955), Reliability of content analysis: chance from the shares of both annotators
/// together; the table of Krippendorff (2004), p. 246.
@Suite struct Scott1955Tests {
  private let counts = [[12, 9, 9], [9, 14, 9], [9, 9, 20]]

  @Test func `pi of three categories`() {
    let sums = Tables.square(counts)
    #expect(Tables.printed(PercentAgreement.estimate(sums).value, decimals: 2) == 0.46)
    #expect(Tables.printed(ScottPi.estimate(sums).value) == 0.186)
  }

  @Test func `with equal margins pi is kappa`() throws {
    let kappa = CohenKappa.value(ContingencyTable(counts: counts))
    #expect(isNear(ScottPi.estimate(Tables.square(counts)).value, kappa))
  }
}
