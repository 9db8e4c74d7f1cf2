import Agreement
import Testing

/// R. L. Brennan & D. J. Prediger (1981), Coefficient kappa: some uses, misuses, and alternatives,
/// pp. 689–691: κ moves with the margins, S does not.
@Suite struct BrennanPrediger1981Tests {
  private let fixed = [[50, 0, 0], [10, 10, 10], [20, 0, 0]]
  private let free = [[50, 0, 10], [0, 10, 10], [10, 10, 0]]

  @Test func `the same agreement, two kappas, one S`() {
    for (counts, kappa) in [(fixed, 0.27), (free, 0.29)] {
      let estimate = CohenKappa.estimate(ContingencyTable(counts: counts))
      #expect(Tables.printed(estimate.value, decimals: 2) == kappa)
      let uniform = BrennanPrediger.estimate(Tables.square(counts), labelCount: 3)
      #expect(Tables.printed(uniform.value, decimals: 2) == 0.4)
      #expect(Tables.printed(uniform.expected, decimals: 2) == 0.33)
    }
  }
}
