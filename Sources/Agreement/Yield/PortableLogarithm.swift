/// The natural logarithm, and what is made of it, by additions, multiplications and divisions in a
/// fixed order: the same bits on every machine, which `log` of the C library does not promise.
enum PortableLogarithm {
  /// ln x to about one unit in the last place.
  ///
  /// x = 2ᵏ m with √½ ≤ m < √2; ln m = 2 s (1 + s² / 3 + s⁴ / 5 + …) with s = (m − 1) / (m + 1).
  ///
  /// - Parameter x: Positive, finite, and not so small that its significand is short.
  @inline(__always)
  static func natural(_ x: Double) -> Double {
    let bits = Int64(bitPattern: x.bitPattern)
    let exponent = (bits &- rootOfHalf) >> 52
    let m = Double(bitPattern: UInt64(bitPattern: bits &- (exponent << 52)))
    let s = (m - 1) / (m + 1)
    let square = s * s
    let fourth = square * square
    // Odd and even terms apart, so that neither waits for the other.
    var even = fourth * c21 + c17
    even = even * fourth + c13
    even = even * fourth + c9
    even = even * fourth + c5
    var odd = fourth * c19 + c15
    odd = odd * fourth + c11
    odd = odd * fourth + c7
    odd = odd * fourth + c3
    let series = square * odd + fourth * even
    return Double(exponent) * lnTwo + (2 * s + 2 * s * series)
  }

  /// ln Γ(x + n) − ln Γ(x) for x > 0, n ≥ 0, by Stirling's series after eight steps up: to about
  /// 10⁻⁶, for the comparison of likelihoods.
  static func rising(_ x: Double, _ n: Double) -> Double {
    guard n > 0 else { return 0 }
    let low = x + 8
    let high = x + n + 8
    let upper = (high - 0.5) * natural(high) + 1 / (12 * high)
    let lower = (low - 0.5) * natural(low) + 1 / (12 * low)
    return upper - lower - n - natural(steps(x + n) / steps(x))
  }

  /// x (x + 1) … (x + 7).
  private static func steps(_ x: Double) -> Double {
    var product = x
    for step in 1...7 { product *= x + Double(step) }
    return product
  }

  /// The upper half of the bits of √½.
  private static let rootOfHalf: Int64 = 0x3FE6_A09E_0000_0000
  private static let lnTwo = 0.693147180559945309

  private static let c3 = 1.0 / 3
  private static let c5 = 1.0 / 5
  private static let c7 = 1.0 / 7
  private static let c9 = 1.0 / 9
  private static let c11 = 1.0 / 11
  private static let c13 = 1.0 / 13
  private static let c15 = 1.0 / 15
  private static let c17 = 1.0 / 17
  private static let c19 = 1.0 / 19
  private static let c21 = 1.0 / 21
}
