/// A sum of real terms that does not depend on their order: every term is rounded to a multiple of
/// the same power of two, 2⁻⁶¹ of the largest term, and the multiples are added as integers.
///
/// So a coefficient keeps its last bit when labels, annotators or units change places.
struct OrderFreeSum {
  private let scale: Double
  private var total: Int128 = 0

  /// A sum whose terms have magnitudes of at most `largestTerm`, which is finite.
  init(largestTerm: Double) {
    precondition(largestTerm.isFinite, "terms of a sum are finite")
    guard largestTerm > 0 else {
      scale = 0
      return
    }
    let exponent = min(61 - Int(largestTerm.exponent), 1000)
    scale = Double(sign: .plus, exponent: exponent, significand: 1)
  }

  /// The sum of `terms`.
  static func of(_ terms: [Double]) -> Double {
    terms.withUnsafeBufferPointer { of($0) }
  }

  /// The sum of `terms`.
  static func of(_ terms: UnsafeBufferPointer<Double>) -> Double {
    var largest = 0.0
    for term in terms { largest = max(largest, term.magnitude) }
    var sum = OrderFreeSum(largestTerm: largest)
    for term in terms { sum.add(term) }
    return sum.value
  }

  /// The sum of `count` terms. O(count) of working memory.
  static func of(_ count: Int, _ term: (Int) -> Double) -> Double {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { terms in
      for index in 0..<count { terms[index] = term(index) }
      return of(UnsafeBufferPointer(rebasing: terms[..<count]))
    }
  }

  @inline(__always)
  mutating func add(_ term: Double) {
    total += Int128(Self.nearest(term * scale))
  }

  /// The integer nearest to a number, away from zero where two are; without a call, which `rounded`
  /// is on processors of the oldest kind.
  @inline(__always)
  static func nearest(_ number: Double) -> Int64 {
    // The largest double below one half: one half itself would lift 0.5 − 2⁻⁵⁴ to 1.
    let half = Double(bitPattern: 0x3FDF_FFFF_FFFF_FFFF)
    return Int64(number + Double(signOf: number, magnitudeOf: half))
  }

  var value: Double {
    scale == 0 ? 0 : Double(total) / scale
  }
}
