/// The mean squared distance of forecasts from what happened (Brier 1950): 0 is perfect.
public enum BrierScore {
  /// For events that happen or do not, from 0 to 1: the mean of (confidence − outcome)². O(n).
  public static func binary(_ forecasts: Forecasts) -> Estimate {
    .mean(
      of: zip(forecasts.confidences, forecasts.outcomes).map { confidence, happened in
        let miss = confidence - (happened ? 1 : 0)
        return miss * miss
      })
  }

  /// Brier's own form, a sum over all labels, from 0 to 2. O(units × labels).
  public static func multiclass(_ table: ProbabilityTable) -> Estimate {
    .mean(
      of: table.labels.enumerated().map { unit, given in
        OrderFreeSum.of(
          table[unit].enumerated().map { label, probability in
            let miss = probability - (label == given ? 1 : 0)
            return miss * miss
          })
      })
  }
}
