internal import Glibc

/// 2ˣ for x ≤ 0, four numbers at once, to about one unit in the last place.
///
/// x = n / 256 + r with a whole n: 2^(n / 256) comes from a table and from the exponent, 2ʳ from a
/// polynomial of degree 4, whose error for |r| ≤ 1/512 is below 4·10⁻¹⁷. Only additions and
/// multiplications in a fixed order, so every machine gives the same bits.
final class BinaryExponential {
  /// Added to a number below 2⁵¹, it leaves the number's nearest whole number in the low bits.
  static let rounder = 0x1.8p52
  static let rounderBits = Int64(bitPattern: rounder.bitPattern)

  private static let first = 0.693147180559945309
  private static let second = 0.240226506959100712
  private static let third = 0.0555041086648215800
  private static let fourth = 0.00961812910762847716

  /// 2^(j / 256).
  let table: UnsafeMutablePointer<Double>

  init() {
    table = .allocate(capacity: 256)
    for step in 0..<256 { (table + step).initialize(to: exp2(Double(step) / 256)) }
  }

  deinit {
    table.deallocate()
  }

  /// - Parameters:
  ///   - x: At most 0.
  ///   - floor: From −1022 upwards; smaller numbers give 0.
  @inline(__always)
  static func power(
    _ x: SIMD4<Double>, floor: Double, table: UnsafePointer<Double>
  ) -> SIMD4<Double> {
    let isSmall = x .< floor
    let kept = x.replacing(with: floor, where: isSmall)
    let shifted = kept * 256 + rounder
    let remainder = kept - (shifted - rounder) * 0x1p-8
    let whole = unsafeBitCast(shifted, to: SIMD4<Int64>.self)
    let step = whole & 255
    let entries = SIMD4<Double>(
      table[Int(step[0])], table[Int(step[1])], table[Int(step[2])], table[Int(step[3])])
    let bits = unsafeBitCast(entries, to: SIMD4<Int64>.self) &+ ((whole & ~255) &<< 44)
    let scale = unsafeBitCast(bits, to: SIMD4<Double>.self)
    var polynomial = remainder * fourth + third
    polynomial = polynomial * remainder + second
    polynomial = polynomial * remainder + first
    polynomial = polynomial * remainder + 1
    return (scale * polynomial).replacing(with: 0, where: isSmall)
  }

  /// Numbers of at most 2⁵¹ as whole numbers, ties to even.
  @inline(__always)
  static func whole(_ numbers: SIMD4<Double>) -> SIMD4<Int64> {
    unsafeBitCast(numbers + rounder, to: SIMD4<Int64>.self) &- rounderBits
  }
}
