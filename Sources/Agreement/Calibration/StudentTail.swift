import Glibc

/// The distribution function of Student's t for whole degrees of freedom (Abramowitz & Stegun 1964,
/// 26.7.3 and 26.7.4).
enum StudentTail {
  /// From here on the normal distribution of a corrected t is within 10⁻⁸ (26.7.8).
  private static let normalFrom = 20_000

  /// The probability of a t this small or smaller. O(degreesOfFreedom).
  static func lower(_ t: Double, degreesOfFreedom: Int) -> Double {
    precondition(degreesOfFreedom > 0, "Student's t has at least one degree of freedom")
    let degrees = Double(degreesOfFreedom)
    if degreesOfFreedom >= normalFrom {
      let z = t * (1 - 1 / (4 * degrees)) / (1 + t * t / (2 * degrees)).squareRoot()
      return erfc(-z / 2.0.squareRoot()) / 2
    }
    let angle = atan(t / degrees.squareRoot())
    let cosine = cos(angle)
    let isOdd = !degreesOfFreedom.isMultiple(of: 2)
    var term = isOdd ? cosine : 1
    var series = isOdd && degreesOfFreedom == 1 ? 0 : term
    var factor = isOdd ? 3 : 2
    while factor <= degreesOfFreedom - 2 {
      term *= Double(factor - 1) / Double(factor) * cosine * cosine
      series += term
      factor += 2
    }
    let between = isOdd ? 2 / Double.pi * (angle + sin(angle) * series) : sin(angle) * series
    return min(1, max(0, (1 + between) / 2))
  }
}
