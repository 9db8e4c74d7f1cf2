import Testing

@testable import Agreement

@Suite struct DistributionTests {
  @Test(arguments: [
    (3.841458820694124, 1, 0.04999999999999989), (0.5, 3, 0.9188914116546758),
    (100, 50, 3.454931382984871e-05), (9.48773, 4, 0.04999998011191412),
    (10_000, 9800, 0.07726359533787348), (60, 2, 9.357622968840163e-14), (0, 2, 1),
  ])
  func `tails of χ² are those of the tables`(statistic: Double, degrees: Int, tail: Double) {
    let test = ChiSquareTest(statistic: statistic, degreesOfFreedom: degrees)
    #expect((test.probability / tail - 1).magnitude < 1e-10)
  }

  @Test(arguments: [
    (1e-300, -37.0470962993612), (1e-10, -6.361340902404056), (0.001, -3.090232306167813),
    (0.025, -1.9599639845400545), (0.3, -0.5244005127080409), (0.5, 0),
    (0.8, 0.8416212335729143), (0.975, 1.959963984540054),
  ])
  func `normal quantiles are right to 15 digits`(probability: Double, wanted: Double) {
    let quantile = NormalDistribution.quantile(probability)
    #expect((quantile - wanted).magnitude <= 4e-15 * max(1, wanted.magnitude))
    if probability > 1e-100 {
      let back = NormalDistribution.cumulative(quantile)
      #expect((back / probability - 1).magnitude < 1e-13)
    }
  }

  /// Σ over outcomes of the binomial law, term by term.
  @Test func `the incomplete beta function is the binomial tail`() {
    for trials in [1, 5, 17, 40] {
      for successes in 1...trials {
        for share in [0.01, 0.2, 0.5, 0.93] {
          var tail = 0.0
          for outcome in successes...trials {
            var term = 1.0
            for index in 0..<outcome {
              term *= Double(trials - index) / Double(outcome - index) * share
            }
            for _ in outcome..<trials { term *= 1 - share }
            tail += term
          }
          let beta = IncompleteBeta.lower(
            share, Double(successes), Double(trials - successes + 1))
          #expect((beta - tail).magnitude < 1e-13)
        }
      }
    }
  }
}
