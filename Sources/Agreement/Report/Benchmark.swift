/// What a coefficient is worth in words. Words only: conventions that nothing is decided by.
public enum Benchmark {
  /// The bands of Landis & Koch (1977).
  public enum Band: String, Sendable, CaseIterable {
    case almostPerfect = "almost perfect"
    case substantial
    case moderate
    case fair
    case slight
    case poor

    /// Where the band begins; the lowest one has no beginning.
    public var lower: Double {
      switch self {
      case .almostPerfect: 0.8
      case .substantial: 0.6
      case .moderate: 0.4
      case .fair: 0.2
      case .slight: 0
      case .poor: -.infinity
      }
    }

    var sentence: String {
      self == .poor
        ? "No band above \"poor\" of Landis and Koch is reached with 95 % probability."
        : "At least \"\(rawValue)\" in the words of Landis and Koch, with 95 % probability."
    }
  }

  /// The highest band that the coefficient reaches with a cumulative membership probability of 95 %
  /// at least, under a normal distribution around the value (Gwet 2014, chapter 6). Nil without a
  /// standard error.
  public static func band(_ estimate: Estimate) -> Band? {
    guard let value = estimate.value, let error = estimate.standardError else { return nil }
    return Band.allCases.first { membership($0, value: value, standardError: error) >= 0.95 }
  }

  /// P(coefficient ≥ where the band begins), of a normal distribution cut at −1 and 1.
  public static func membership(
    _ band: Band, value: Double, standardError: Double
  ) -> Double {
    guard band != .poor else { return 1 }
    guard standardError > 0 else { return value >= band.lower ? 1 : 0 }
    let top = NormalDistribution.cumulative((1 - value) / standardError)
    let bottom = NormalDistribution.cumulative((-1 - value) / standardError)
    let below = NormalDistribution.cumulative((band.lower - value) / standardError)
    return top > bottom ? (top - below) / (top - bottom) : 1
  }

  /// Krippendorff's reading (2004) of the lower limit of α: rely on it from .800, from .667
  /// tentative conclusions only. Nil without an interval.
  public static func reliance(_ alpha: Estimate) -> String? {
    guard let lower = alpha.interval95?.lower else { return nil }
    if lower >= 0.8 {
      return "The lower limit of alpha reaches .800: the ratings can be relied on (Krippendorff)."
    }
    if lower >= 2.0 / 3 {
      return "The lower limit of alpha is between .667 and .800: good for tentative conclusions "
        + "only (Krippendorff)."
    }
    return "The lower limit of alpha is below .667: too low to draw conclusions from the ratings "
      + "as they are (Krippendorff)."
  }
}
