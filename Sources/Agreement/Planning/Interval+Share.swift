extension Interval {
  /// The exact interval of a share of independent trials (Clopper & Pearson 1934): both tails hold
  /// half of what `confidence` leaves. Nil without a trial.
  public static func clopperPearson(
    _ successes: Int, of trials: Int, confidence: Double = 0.95
  ) -> Interval? {
    guard trials > 0, (0...trials).contains(successes), confidence > 0, confidence < 1 else {
      return nil
    }
    let tail = (1 - confidence) / 2
    let hits = Double(successes)
    let misses = Double(trials - successes)
    return Interval(
      lower: successes == 0 ? 0 : IncompleteBeta.quantile(tail, hits, misses + 1),
      upper: successes == trials ? 1 : IncompleteBeta.quantile(1 - tail, hits + 1, misses))
  }

  /// The score interval of a share of independent trials (Wilson 1927). Nil without a trial.
  public static func wilson(
    _ successes: Int, of trials: Int, confidence: Double = 0.95
  ) -> Interval? {
    guard trials > 0, (0...trials).contains(successes), confidence > 0, confidence < 1 else {
      return nil
    }
    let z = NormalDistribution.quantile(0.5 + confidence / 2)
    let n = Double(trials)
    let share = Double(successes) / n
    let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    let spread = share * (1 - share) / n + z * z / (4 * n * n)
    let half = z * spread.squareRoot() / (1 + z * z / n)
    return Interval(
      lower: successes == 0 ? 0 : max(0, centre - half),
      upper: successes == trials ? 1 : min(1, centre + half))
  }
}
