import Agreement
import Testing

@Suite struct CoverageTests {
  @Test func `a distribution is at no distance from itself, in any unit`() {
    let counts = [5.0, 20, 75]
    for estimate in [
      Divergence.stabilityIndex(counts, [0.05, 0.2, 0.75]),
      Divergence.kullbackLeibler(counts, [0.05, 0.2, 0.75]),
      Divergence.jensenShannon(counts, [0.05, 0.2, 0.75]),
      Divergence.totalVariation(counts, [0.05, 0.2, 0.75]),
    ] {
      #expect((estimate.value ?? 1) < 1e-15)
    }
  }

  @Test func `distances agree with what they are by hand`() {
    // p = (.5, .5), q = (.25, .75).
    #expect(Divergence.totalVariation([1, 1], [1, 3]).value == 0.25)
    let ln3 = 1.0986122886681098
    let index = Divergence.stabilityIndex([1, 1], [1, 3]).value ?? .nan
    #expect((index - 0.25 * ln3).magnitude < 1e-15)
    let apart = Divergence.jensenShannon([1, 0], [0, 1]).value ?? .nan
    #expect((apart - 0.6931471805599453).magnitude < 1e-15)
    #expect(Divergence.kullbackLeibler([1, 0], [1, 1]).value != nil)
    #expect(Divergence.kullbackLeibler([1, 1], [1, 0]).status == .infinite)
    #expect(Divergence.stabilityIndex([1, 1], [1, 0], smoothing: 1).value != nil)
    #expect(Divergence.stabilityIndex([0, 0], [1, 0]).status == .undefinedNoData)
  }

  @Test func `order of labels changes no bit`() {
    let one = [182.0, 343, 316, 496, 425, 17, 125]
    let other = [65.0, 327, 240, 228, 339, 483, 376]
    let order = [3, 6, 0, 5, 1, 4, 2]
    #expect(
      Divergence.stabilityIndex(one, other)
        == Divergence.stabilityIndex(order.map { one[$0] }, order.map { other[$0] }))
    #expect(
      Divergence.stabilityIndex(one, other).value == Divergence.stabilityIndex(other, one).value)
  }

  @Test func `coverage names rare labels, empty slices and empty cells`() {
    let report = CoverageReport(
      counts: [60, 40, 0], target: [0.5, 0.5, 0],
      rarity: CoverageReport.Rarity(ratings: 10, share: 0.45),
      slices: [[60, 0], [0, 0, 0], [0, 40, 0]])
    #expect(report.rareLabels == [1, 2])
    #expect(report.emptySlices == [1])
    #expect(
      report.emptyCells.map { [$0.slice, $0.label] } == [[0, 1], [0, 2], [2, 0], [2, 2]])
    // (60 − 50)² / 50 twice, one degree of freedom: p = .0455.
    let test = report.distance?.chiSquare
    #expect(test?.statistic == 4)
    #expect(test?.degreesOfFreedom == 1)
    #expect(((test?.probability ?? 0) - 0.04550026389635842).magnitude < 1e-14)
    #expect(report.distance?.stabilityIndex.value != nil)
    #expect(CoverageReport(counts: [1, 2]).distance == nil)
  }

  @Test func `a label that should not occur is infinitely far unless smoothed`() {
    let strict = CoverageReport(counts: [50, 50], target: [1, 0])
    #expect(strict.distance?.stabilityIndex.status == .infinite)
    #expect(strict.distance?.chiSquare?.statistic == .infinity)
    #expect(strict.distance?.chiSquare?.probability == 0)
    let smooth = CoverageReport(counts: [50, 50], target: [1, 0], smoothing: 0.5)
    #expect(smooth.distance?.stabilityIndex.value != nil)
    #expect(CoverageReport(counts: [0, 0], target: [1, 1]).distance?.chiSquare == nil)
  }
}
