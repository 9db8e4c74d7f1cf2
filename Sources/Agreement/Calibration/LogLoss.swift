import Glibc

/// The mean of −ln of the probability that was given to what happened (Good 1952): 0 is perfect.
public enum LogLoss {
  /// For events that happen or do not. O(n).
  ///
  /// - Parameter floor: Probabilities are kept this far from 0 and 1; 0 leaves them as they are, and
  ///   the loss is undefined where something happened that was given no chance at all.
  public static func binary(_ forecasts: Forecasts, floor: Double = 0) -> Estimate {
    mean(
      zip(forecasts.confidences, forecasts.outcomes).map { $1 ? $0 : 1 - $0 }, floor: floor)
  }

  /// For one of several labels: the probability of the given label counts. O(n).
  public static func multiclass(_ table: ProbabilityTable, floor: Double = 0) -> Estimate {
    mean(table.labels.enumerated().map { table[$0, $1] }, floor: floor)
  }

  private static func mean(_ probabilities: [Double], floor: Double) -> Estimate {
    let kept = floor > 0 ? probabilities.map { min(max($0, floor), 1 - floor) } : probabilities
    guard kept.allSatisfy({ $0 > 0 }) else { return Estimate(undefined: .infinite) }
    return .mean(of: kept.map { 0 - log($0) })
  }
}
