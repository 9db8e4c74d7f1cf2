/// A sum of so many reals of so large a magnitude at most that it fits a machine word: every term is
/// rounded to a multiple of one power of two, and the multiples are added. The order of the terms and
/// who adds which of them change no bit.
///
/// Faster than `OrderFreeSum` and, for many terms, coarser: 2⁻ᵏ of the largest term with
/// k = 50, or 61 less the binary digits of the count where that is less.
struct GridSum {
  private let scale: Double
  private var total: Int64 = 0

  /// - Parameters:
  ///   - largestTerm: No term has a larger magnitude; above 0 and finite.
  ///   - count: No more terms than this are added.
  init(largestTerm: Double, count: Int) {
    let width = Int.bitWidth - max(1, count).leadingZeroBitCount
    let exponent = min(50, 61 - width) - Int(largestTerm.exponent) - 1
    scale = Double(sign: .plus, exponent: exponent, significand: 1)
  }

  @inline(__always)
  mutating func add(_ term: Double) {
    // Below 2⁵¹ in magnitude, so this rounds to the nearest whole number.
    let shifted = term * scale + BinaryExponential.rounder
    total &+= Int64(bitPattern: shifted.bitPattern) &- BinaryExponential.rounderBits
  }

  /// Adds what was added to a sum with the same bounds.
  mutating func add(_ other: GridSum) {
    total &+= other.total
  }

  var value: Double { Double(total) / scale }
}
