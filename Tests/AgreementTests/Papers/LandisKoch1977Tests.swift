import Agreement
import Testing

/// J. R. Landis & G. G. Koch (1977), The measurement of observer agreement for categorical data: two
/// neurologists, four classes of diagnostic certainty, patients of two cities; and the six bands.
@Suite struct LandisKoch1977Tests {
  private let winnipeg = ContingencyTable(counts: [
    [38, 5, 0, 1], [33, 11, 3, 0], [10, 14, 5, 6], [3, 7, 3, 10],
  ])
  private let newOrleans = ContingencyTable(counts: [
    [5, 3, 0, 0], [3, 11, 4, 0], [2, 13, 3, 4], [1, 2, 4, 14],
  ])

  @Test func `kappa in Winnipeg and in New Orleans`() {
    #expect(winnipeg.units == 149 && newOrleans.units == 69)
    #expect(Tables.printed(CohenKappa.value(winnipeg)) == 0.208)
    #expect(Tables.printed(CohenKappa.value(newOrleans)) == 0.297)
  }

  @Test(arguments: [
    (-0.01, "poor"), (0, "slight"), (0.2, "fair"), (0.4, "moderate"), (0.6, "substantial"),
    (0.8, "almost perfect"), (1, "almost perfect"), (0.79, "substantial"),
  ])
  func `the band of a coefficient that is known exactly`(value: Double, band: String) {
    let reached = Benchmark.Band.allCases.first {
      Benchmark.membership($0, value: value, standardError: 0) >= 0.95
    }
    #expect(reached?.rawValue == band)
  }
}
