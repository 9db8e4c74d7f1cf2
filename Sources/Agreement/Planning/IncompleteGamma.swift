import Glibc

/// The regularised incomplete gamma function, for the tail of χ² (DiDonato & Morris 1986; series
/// and continued fraction of Abramowitz & Stegun 1964, 6.5.29 and 6.5.31).
enum IncompleteGamma {
  private static let steps = 100_000

  /// Q(a, x), the share of a gamma distribution of shape a > 0 above x ≥ 0. O(√a) or so.
  static func upper(_ shape: Double, _ x: Double) -> Double {
    guard x > 0 else { return 1 }
    guard x.isFinite else { return 0 }
    var sign: Int32 = 0
    let factor = exp(shape * log(x) - x - lgamma_r(shape, &sign))
    return x < shape + 1 ? 1 - factor * series(shape, x) : factor * fraction(shape, x)
  }

  /// Σ xⁿ / (a (a + 1) … (a + n)).
  private static func series(_ shape: Double, _ x: Double) -> Double {
    var term = 1 / shape
    var sum = term
    var divisor = shape
    for _ in 0..<steps {
      divisor += 1
      term *= x / divisor
      sum += term
      if term < sum * 1e-17 { break }
    }
    return sum
  }

  /// 1 / (x + 1 − a − 1 (1 − a) / (x + 3 − a − …)), after Lentz.
  private static func fraction(_ shape: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var denominator = x + 1 - shape
    var ratio = 1 / tiny
    var inverse = 1 / denominator
    var value = inverse
    for step in 1...steps {
      let top = -Double(step) * (Double(step) - shape)
      denominator += 2
      inverse = top * inverse + denominator
      inverse = 1 / (inverse.magnitude < tiny ? tiny : inverse)
      ratio = denominator + top / ratio
      if ratio.magnitude < tiny { ratio = tiny }
      let change = inverse * ratio
      value *= change
      if (change - 1).magnitude < 1e-16 { break }
    }
    return value
  }
}
