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
    var sum = OrderFreeSum(largestTerm: terms.reduce(0) { max($0, $1.magnitude) })
    for term in terms { sum.add(term) }
    return sum.value
  }

  mutating func add(_ term: Double) {
    total += Int128(Int64((term * scale).rounded()))
  }

  var value: Double {
    scale == 0 ? 0 : Double(total) / scale
  }
}
