import Agreement
import Testing

/// R. Artstein & M. Poesio (2008), Inter-coder agreement for computational linguistics, p. 558: S,
/// Scott's π (1955) and Cohen's κ of one table.
@Suite struct ArtsteinPoesio2008Tests {
  private let sums = Tables.square([[20, 20], [10, 50]])

  @Test func `three ways to correct for chance`() throws {
    let table = try #require(sums.annotatorPairs.first).table
    let bennett = BrennanPrediger.estimate(sums, labelCount: 2)
    let scott = ScottPi.estimate(sums)
    let cohen = CohenKappa.estimate(table)
    #expect(Tables.printed(bennett.value) == 0.400)
    #expect(Tables.printed(scott.expected) == 0.545)
    #expect(Tables.printed(scott.value) == 0.341)
    #expect(Tables.printed(cohen.expected) == 0.540)
    #expect(Tables.printed(cohen.value) == 0.348)
  }
}
