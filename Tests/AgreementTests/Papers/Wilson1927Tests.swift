import Agreement
import Testing

/// E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference; the
/// worked examples are those of R. G. Newcombe (1998), Two-sided confidence intervals for the single
/// proportion, table I, method 3.
@Suite struct Wilson1927Tests {
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
    (1, 29, 0.0061, 0.1718),
  ])
  func `the score interval of a share`(
    successes: Int, trials: Int, lower: Double, upper: Double
  ) throws {
    let share = Estimate.share(successes, of: trials)
    #expect(Tables.printed(share.interval95?.lower, decimals: 4) == lower)
    #expect(Tables.printed(share.interval95?.upper, decimals: 4) == upper)
    #expect(share.intervalStatus == .wilson)
    let other = try #require(Interval.wilson(trials - successes, of: trials))
    #expect(Tables.printed(1 - other.lower, decimals: 4) == upper)
  }
}
