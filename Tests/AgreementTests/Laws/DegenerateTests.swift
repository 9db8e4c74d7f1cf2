import Agreement
import Testing

/// Section 2 of the formulas: a value and a status, never a silent 0, 1 or NaN.
@Suite struct DegenerateTests {
  private func sums(_ units: [[Int32]]) -> AgreementSums {
    RandomRatings.sums(
      units.map { $0.enumerated().map { UnitRating(annotator: Int32($0), label: $1) } })
  }

  @Test func `one label only leaves raw agreement, and what does not need variation`() {
    let sums = sums([[0, 0], [0, 0], [0, 0]])
    #expect(PercentAgreement.estimate(sums).value == 1)
    for estimate in [
      KrippendorffAlpha.estimate(sums), FleissKappa.estimate(sums), ScottPi.estimate(sums),
      KrippendorffAlpha.estimate(sums, metric: .interval([1, 2])),
    ] {
      #expect(estimate.value == nil)
      #expect(estimate.status == .undefinedNoVariation)
      #expect(estimate.intervalStatus == .undefinedValue)
      #expect(estimate.explanation?.isEmpty == false)
    }
    #expect(GwetAC.estimate(sums, labelCount: 2).value == 1)
    #expect(BrennanPrediger.estimate(sums, labelCount: 2).value == 1)
    #expect(GwetAC.estimate(sums, labelCount: 1).status == .undefinedNoVariation)
    #expect(MeanPairwiseCohen(sums.annotatorPairs).undefinedPairs == 1)
  }

  @Test func `each annotator constant but different is defined`() throws {
    let sums = sums([[0, 1], [0, 1], [0, 1], [0, 1]])
    #expect(CohenKappa.value(try #require(sums.annotatorPairs.first).table) == 0)
    #expect(ScottPi.estimate(sums).value == -1)
    let alpha = try #require(KrippendorffAlpha.estimate(sums).value)
    #expect(alpha > -1 && alpha < 0)
  }

  @Test func `one item with two different values has alpha 0 and no interval`() {
    let estimate = KrippendorffAlpha.estimate(sums([[0, 1]]))
    #expect(estimate.value == 0)
    #expect(estimate.intervalStatus == .oneUnit)
  }

  @Test func `no pairs and no data are told apart`() {
    #expect(PercentAgreement.estimate(sums([[0], [1], []])).status == .undefinedNoPairs)
    #expect(PercentAgreement.estimate(sums([[], []])).status == .undefinedNoData)
    #expect(ScottPi.estimate(sums([])).status == .undefinedNoData)
    #expect(GwetAC.estimate(sums([]), labelCount: 2).status == .undefinedNoData)
    #expect(MeanPairwiseCohen([]).estimate.status == .undefinedNoPairs)
  }

  @Test func `Scott's pi refuses more than two ratings a unit`() {
    #expect(ScottPi.estimate(sums([[0, 1, 1]])).status == .undefinedMoreThanTwo)
  }

  @Test func `numbers that a level cannot use are refused`() {
    let sums = sums([[0, 1], [1, 1]])
    #expect(
      KrippendorffAlpha.estimate(sums, metric: .ratio([-1, 2])).status
        == .undefinedNegativeNumbers)
    #expect(
      KrippendorffAlpha.estimate(sums, metric: .interval([.infinity, 2])).status
        == .undefinedNotNumbers)
    #expect(
      KrippendorffAlpha.estimate(sums, metric: .interval([1])).status == .undefinedNotNumbers)
    #expect(
      KrippendorffAlpha.estimate(sums, metric: .ordinal(ranks: [0])).status
        == .undefinedNotOrdered)
    #expect(KrippendorffAlpha.estimate(sums, metric: .ratio([0, 0])).value == nil)
  }

  @Test func `every status has its words`() {
    for status in EstimateStatus.allCases where status != .defined {
      #expect(status.explanation?.hasSuffix(".") == true)
    }
    let found: Set<IntervalStatus> = [
      .analytic, .sandwich, .independent, .percentile, .bca, .jackknife, .wilson, .sampling,
    ]
    for status in IntervalStatus.allCases where !found.contains(status) {
      #expect(status.explanation?.hasSuffix(".") == true)
    }
  }

  /// Quantiles as printed in tables of Student's t.
  @Test(arguments: [
    (1, 12.706204736174704), (2, 4.302652729749464), (3, 3.182446305283712),
    (4, 2.776445105197793), (7, 2.364624251592784), (30, 2.042272456301236),
    (99, 1.984216951586400), (199, 1.971956544249394), (200, 1.971896223633905),
    (1000, 1.962339080826408), (100_000, 1.959987707534608),
  ])
  func `the interval uses Student's t`(degrees: Int, quantile: Double) {
    let interval = Interval.studentT(
      around: -20, standardError: 1, degreesOfFreedom: degrees)
    #expect((interval.upper + 20 - quantile).magnitude < 1e-10)
  }
}
