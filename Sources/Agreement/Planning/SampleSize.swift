import Glibc

/// How many units a wanted certainty takes. Every answer is rounded up; nil where what is asked for
/// makes no sense, such as a half width of 0.
public enum SampleSize {
  /// A quotient that misses a whole number by less is that number.
  private static let rounding = 1e-9

  /// Units so that the interval of a share is ± `halfWidth`: z² p (1 − p) / d², fewer where the
  /// whole population is small: n / (1 + (n − 1) / N) (Cochran 1977, section 4.4).
  ///
  /// - Parameter share: What is expected; one half needs most.
  public static func share(
    halfWidth: Double, expecting share: Double = 0.5, population: Int? = nil,
    confidence: Double = 0.95
  ) -> Int? {
    guard let z = quantile(confidence), halfWidth > 0, (0...1).contains(share),
      population.map({ $0 > 0 }) ?? true
    else { return nil }
    let plain = z * z * share * (1 - share) / (halfWidth * halfWidth)
    guard let population else { return count(plain) }
    return count(plain / (1 + (plain - 1) / Double(population))).map { min($0, population) }
  }

  /// Units so that a coefficient's interval is ± `halfWidth`, from a pilot's standard error, which
  /// falls with the root of the units: (z / d)² n_pilot se².
  public static func coefficient(
    halfWidth: Double, pilotUnits: Int, pilotStandardError: Double, confidence: Double = 0.95
  ) -> Int? {
    guard let z = quantile(confidence), halfWidth > 0, pilotUnits > 0, pilotStandardError > 0
    else { return nil }
    let reach = z * pilotStandardError / halfWidth
    return count(reach * reach * Double(pilotUnits))
  }

  /// Units so that κ of two annotators and two labels has an interval of ± `halfWidth`:
  /// n Var = (1 − κ) [(1 − κ)(1 − 2κ) + κ (2 − κ) / (2 p (1 − p))] (Bloch & Kraemer 1989; Donner &
  /// Eliasziw 1992).
  ///
  /// - Parameter prevalence: The share of one of the labels.
  public static func binaryKappa(
    halfWidth: Double, kappa: Double, prevalence: Double, confidence: Double = 0.95
  ) -> Int? {
    guard let z = quantile(confidence), halfWidth > 0, (0..<1).contains(kappa), prevalence > 0,
      prevalence < 1
    else { return nil }
    let loss = 1 - kappa
    let spread = 2 * prevalence * (1 - prevalence)
    let variance = loss * (loss * (1 - 2 * kappa) + kappa * (2 - kappa) / spread)
    return count(variance * (z / halfWidth) * (z / halfWidth))
  }

  /// Units to check that must all be right to know, with `confidence`, that a share of at most
  /// `largestShare` is wrong: ln (1 − confidence) / ln (1 − p), or exactly, drawn without putting
  /// back, where the population is given.
  public static func withoutDefect(
    largestShare: Double, population: Int? = nil, confidence: Double = 0.95
  ) -> Int? {
    guard largestShare > 0, largestShare < 1, confidence > 0, confidence < 1 else { return nil }
    guard let population else { return count(log(1 - confidence) / log1p(-largestShare)) }
    guard population > 0 else { return nil }
    // The fewest wrong units that are too many.
    let wrong = min(
      population, Int((largestShare * Double(population) + rounding).rounded(.down)) + 1)
    var missed = 1.0
    var drawn = 0
    while missed > (1 - confidence) * (1 + rounding), drawn < population {
      missed *= Double(max(0, population - wrong - drawn)) / Double(population - drawn)
      drawn += 1
    }
    return drawn
  }

  private static func quantile(_ confidence: Double) -> Double? {
    guard confidence > 0, confidence < 1 else { return nil }
    return NormalDistribution.quantile(0.5 + confidence / 2)
  }

  private static func count(_ units: Double) -> Int? {
    let whole = (units - rounding * max(1, units)).rounded(.up)
    guard whole < 0x1p62 else { return nil }
    return max(1, Int(whole))
  }
}
