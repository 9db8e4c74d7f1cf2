/// eˣ by additions and multiplications in a fixed order: the same bits on every machine,
/// which `exp` of the C library does not promise.
///
/// x = n ln 2 + r; 2ⁿ comes from the exponent, eʳ for |r| ≤ ln 2 / 2 from its series up to r¹³, whose
/// rest is below 10⁻¹⁷.
enum PortableExponential {
  /// e to less is 0.
  private static let floor = -700.0

  /// One number of at most 700; the same bits as a lane of four.
  @inline(__always)
  static func of(_ x: Double) -> Double {
    guard x >= floor else { return 0 }
    let shifted = x * binaryLogarithmOfE + BinaryExponential.rounder
    let whole = shifted - BinaryExponential.rounder
    let r = x - whole * lnTwoHigh - whole * lnTwoLow
    var series = r * c13 + c12
    series = series * r + c11
    series = series * r + c10
    series = series * r + c9
    series = series * r + c8
    series = series * r + c7
    series = series * r + c6
    series = series * r + c5
    series = series * r + c4
    series = series * r + c3
    series = series * r + 0.5
    series = series * r + 1
    series = series * r + 1
    let exponent = Int64(bitPattern: shifted.bitPattern) &- BinaryExponential.rounderBits
    return series * Double(bitPattern: UInt64(bitPattern: (exponent &+ 1023) &<< 52))
  }

  /// Four numbers of at most 700.
  @inline(__always)
  static func of(_ x: SIMD4<Double>) -> SIMD4<Double> {
    let isSmall = x .< floor
    let kept = x.replacing(with: floor, where: isSmall)
    let shifted = kept * binaryLogarithmOfE + BinaryExponential.rounder
    let whole = shifted - BinaryExponential.rounder
    let r = kept - whole * lnTwoHigh - whole * lnTwoLow
    var series = r * c13 + c12
    series = series * r + c11
    series = series * r + c10
    series = series * r + c9
    series = series * r + c8
    series = series * r + c7
    series = series * r + c6
    series = series * r + c5
    series = series * r + c4
    series = series * r + c3
    series = series * r + 0.5
    series = series * r + 1
    series = series * r + 1
    let exponent =
      unsafeBitCast(shifted, to: SIMD4<Int64>.self) &- BinaryExponential.rounderBits
    let scale = unsafeBitCast((exponent &+ 1023) &<< 52, to: SIMD4<Double>.self)
    return (series * scale).replacing(with: 0, where: isSmall)
  }

  /// Turns logarithms into shares of their sum, and makes the shares' logarithms of them.
  @inline(__always)
  static func normalise(
    _ logs: UnsafeMutablePointer<Double>, into shares: UnsafeMutablePointer<Double>, count: Int
  ) {
    var largest = logs[0]
    for index in 1..<max(1, count) { largest = max(largest, logs[index]) }
    var sum = 0.0
    for index in 0..<count {
      let power = of(logs[index] - largest)
      shares[index] = power
      sum += power
    }
    let inverse = 1 / sum
    let offset = largest + PortableLogarithm.natural(sum)
    for index in 0..<count {
      shares[index] *= inverse
      logs[index] -= offset
    }
  }

  private static let binaryLogarithmOfE = 1.44269504088896341
  /// ln 2 in two parts, the first with zeros at its end, so that a small multiple of it is exact.
  private static let lnTwoHigh = 0x1.62e42fefa3800p-1
  private static let lnTwoLow = 0x1.ef35793c76730p-45

  private static let c3 = 1.0 / 6
  private static let c4 = 1.0 / 24
  private static let c5 = 1.0 / 120
  private static let c6 = 1.0 / 720
  private static let c7 = 1.0 / 5040
  private static let c8 = 1.0 / 40_320
  private static let c9 = 1.0 / 362_880
  private static let c10 = 1.0 / 3_628_800
  private static let c11 = 1.0 / 39_916_800
  private static let c12 = 1.0 / 479_001_600
  private static let c13 = 1.0 / 6_227_020_800
}
