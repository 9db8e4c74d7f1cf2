/// How far two labels are apart, for Krippendorff's α (Krippendorff 2011).
public enum AlphaMetric: Sendable {
  /// 0 for equal labels, else 1.
  case nominal
  /// Labels in an order, one rank a label; the distance depends on how often those between are
  /// used.
  case ordinal(ranks: [Int])
  /// Numbers, one a label; (a − b)².
  case interval([Double])
  /// Numbers from 0 upwards, one a label; ((a − b) / (a + b))².
  case ratio([Double])
  /// Numbers on a circle; sin²(π (a − b) / U), U = largest − smallest + 1.
  case circular([Double])
  /// Any squared difference between two label codes: symmetric, finite, 0 for equal ones.
  case squared(@Sendable (Int, Int) -> Double)

  /// The name of the level of measurement.
  public var name: String {
    switch self {
    case .nominal: "nominal"
    case .ordinal: "ordinal"
    case .interval: "interval"
    case .ratio: "ratio"
    case .circular: "circular"
    case .squared: "custom"
    }
  }
}
