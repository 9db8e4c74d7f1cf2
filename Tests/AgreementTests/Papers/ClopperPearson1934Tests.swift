import Agreement
import Testing

/// Exact intervals of a share: tails of 2.5 % each, by the quantiles of the beta distribution.
@Suite struct ClopperPearson1934Tests {
  @Test(arguments: [
    (0, 10, 0, 0.3084971078187607), (1, 10, 0.0025285785444617848, 0.4450161170281954),
    (5, 10, 0.18708602844739855, 0.8129139715526015), (10, 10, 0.6915028921812392, 1),
    (7, 1000, 0.002818858759620524, 0.014369194978918632),
    (294, 299, 0.9614090537502811, 0.9945485504936726),
    (50_000, 100_000, 0.4968960624918004, 0.5031039375081996),
  ])
  func `ends are the published ones`(
    successes: Int, trials: Int, lower: Double, upper: Double
  ) throws {
    let interval = try #require(Interval.clopperPearson(successes, of: trials))
    #expect((interval.lower - lower).magnitude < 1e-11)
    #expect((interval.upper - upper).magnitude < 1e-11)
    let wilson = try #require(Interval.wilson(successes, of: trials))
    let plain = try #require(Estimate.share(successes, of: trials).interval95)
    #expect((wilson.lower - plain.lower).magnitude < 1e-14)
    #expect((wilson.upper - plain.upper).magnitude < 1e-14)
  }

  @Test func `without a trial there is no interval`() {
    #expect(Interval.clopperPearson(0, of: 0) == nil)
    #expect(Interval.clopperPearson(3, of: 2) == nil)
    #expect(Interval.clopperPearson(1, of: 2, confidence: 1) == nil)
  }
}
