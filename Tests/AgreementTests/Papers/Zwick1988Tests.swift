import Agreement
import Testing

/// R. Zwick (1988), Another look at interrater agreement, p. 376: with equal margins S, π and κ are
/// one; with others only π and κ move.
@Suite struct Zwick1988Tests {
  @Test func `uniform and unequal margins`() throws {
    let tables = [
      (
        counts: [[20, 0, 0, 5], [0, 10, 15, 0], [0, 15, 10, 0], [5, 0, 0, 20]], kappa: 0.467
      ),
      (
        counts: [[20, 10, 10, 0], [10, 10, 0, 0], [10, 0, 10, 0], [0, 0, 0, 20]], kappa: 0.444
      ),
    ]
    for (counts, kappa) in tables {
      let sums = Tables.square(counts)
      let uniform = BrennanPrediger.estimate(sums, labelCount: 4)
      #expect(Tables.printed(uniform.value) == 0.467)
      #expect(Tables.printed(ScottPi.estimate(sums).value) == kappa)
      let cohen = CohenKappa.value(ContingencyTable(counts: counts))
      #expect(Tables.printed(cohen) == kappa)
    }
  }
}
