import Glibc

/// The regularised incomplete beta function and its inverse, for exact intervals of shares
/// (continued fraction of Abramowitz & Stegun 1964, 26.5.8, after Lentz).
enum IncompleteBeta {
  private static let steps = 100_000

  /// I_x(a, b), the share of a beta distribution below x; a and b are positive.
  static func lower(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    // The fraction converges fast below the mean.
    return x < (a + 1) / (a + b + 2)
      ? factor(x, a, b) * fraction(x, a, b) / a
      : 1 - factor(x, a, b) * fraction(1 - x, b, a) / b
  }

  /// The x with I_x(a, b) = `share`, to the last bits, by halving.
  static func quantile(_ share: Double, _ a: Double, _ b: Double) -> Double {
    var low = 0.0
    var high = 1.0
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high, high - low > 1e-17 else { return middle }
      if lower(middle, a, b) < share { low = middle } else { high = middle }
    }
  }

  /// x^a (1 − x)^b / B(a, b).
  private static func factor(_ x: Double, _ a: Double, _ b: Double) -> Double {
    var sign: Int32 = 0
    let beta = lgamma_r(a, &sign) + lgamma_r(b, &sign) - lgamma_r(a + b, &sign)
    return exp(a * log(x) + b * log1p(-x) - beta)
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func safe(_ number: Double) -> Double { number.magnitude < tiny ? tiny : number }
    var ratio = 1.0
    var inverse = 1 / safe(1 - (a + b) * x / (a + 1))
    var value = inverse
    for step in 1...steps {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      inverse = 1 / safe(1 + even * inverse)
      ratio = safe(1 + even / ratio)
      value *= inverse * ratio
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      inverse = 1 / safe(1 + odd * inverse)
      ratio = safe(1 + odd / ratio)
      let change = inverse * ratio
      value *= change
      if (change - 1).magnitude < 1e-16 { break }
    }
    return value
  }
}
