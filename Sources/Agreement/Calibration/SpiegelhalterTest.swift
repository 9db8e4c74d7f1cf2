import Glibc

/// Whether forecasts are further from what happened than calibrated ones would be (Spiegelhalter
/// 1986): the Brier score against what the forecasts themselves expect it to be. Needs no bins.
public struct SpiegelhalterTest: Equatable, Sendable {
  /// Standard normal where the forecasts are calibrated; above 0 they miss by more than they say.
  public let z: Double

  /// The probability of a |z| like this or larger for calibrated forecasts.
  public let p: Double

  /// z = Σ (y − p)(1 − 2p) / √Σ (1 − 2p)² p (1 − p), or nil where no confidence differs from 0, ½
  /// and 1. O(n).
  public init?(_ forecasts: Forecasts) {
    let terms = zip(forecasts.confidences, forecasts.outcomes).map { confidence, happened in
      ((happened ? 1 : 0) - confidence) * (1 - 2 * confidence)
    }
    let variances = forecasts.confidences.map {
      (1 - 2 * $0) * (1 - 2 * $0) * $0 * (1 - $0)
    }
    let variance = OrderFreeSum.of(variances)
    guard variance > 0 else { return nil }
    z = OrderFreeSum.of(terms) / variance.squareRoot()
    p = erfc(z.magnitude / 2.0.squareRoot())
  }
}
