/// The share of units whose annotators all agree.
public enum UnanimousAgreement {
  /// Equal labels count as agreement. O(patterns).
  ///
  /// - Parameter annotators: Only units with this many ratings count; nil: all with two or more.
  public static func estimate(_ patterns: PatternCounts, annotators: Int? = nil) -> Estimate {
    share(patterns, annotators) { $0.labels.count == 1 }
  }

  /// Numbers that differ by `tolerance` at most count as agreement (R irr, `agree`).
  ///
  /// - Parameter scores: The labels' numbers, by code; a label without one differs from all others.
  public static func estimate(
    _ patterns: PatternCounts, annotators: Int? = nil, scores: [Double], tolerance: Double
  ) -> Estimate {
    share(patterns, annotators) { pattern in
      guard pattern.labels.count > 1 else { return true }
      let places = pattern.labels.compactMap {
        scores.indices.contains($0.label) ? scores[$0.label] : nil
      }
      guard places.count == pattern.labels.count else { return false }
      return (places.max() ?? 0) - (places.min() ?? 0) <= tolerance
    }
  }

  private static func share(
    _ patterns: PatternCounts, _ annotators: Int?, _ agrees: (LabelPattern) -> Bool
  ) -> Estimate {
    var units = 0
    var agreeing = 0
    patterns.visit { pattern in
      let size = pattern.size
      guard size > 1, annotators == nil || size == annotators else { return }
      units += pattern.units
      if agrees(pattern) { agreeing += pattern.units }
    }
    return units == 0 ? Estimate(undefined: .undefinedNoPairs) : .share(agreeing, of: units)
  }
}
