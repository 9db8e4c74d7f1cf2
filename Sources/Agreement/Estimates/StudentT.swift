/// Quantiles of Student's t, for the intervals: exact series for few degrees of freedom, the
/// Cornish–Fisher expansion beyond (Abramowitz & Stegun 1964, 26.7.3, 26.7.4, 26.7.5).
enum StudentT {
  /// The 97.5 % quantile of the normal distribution.
  static let normalQuantile975 = 1.959963984540054235524594

  /// From here on the expansion's error is below 10⁻¹¹.
  private static let expansionFrom = 200

  /// The t with 95 % of the distribution between −t and t. O(1).
  static func quantile975(degreesOfFreedom: Int) -> Double {
    precondition(degreesOfFreedom > 0, "Student's t has at least one degree of freedom")
    guard degreesOfFreedom < expansionFrom else { return expansion(Double(degreesOfFreedom)) }
    return quantiles[degreesOfFreedom]
  }

  /// By degrees of freedom; many pairs of annotators ask for the same few. The first is of no use.
  private static let quantiles = [0.0] + (1..<expansionFrom).map(computed)

  private static func computed(_ degreesOfFreedom: Int) -> Double {
    if degreesOfFreedom == 1 { return 12.706204736174704 }
    if degreesOfFreedom == 2 { return 4.302652729749464 }
    var t = expansion(Double(degreesOfFreedom))
    for _ in 0..<8 {
      let step = (coverage(t, degreesOfFreedom) - 0.95) / (2 * density(t, degreesOfFreedom))
      t -= step
      if step.magnitude < 1e-15 * t { break }
    }
    return t
  }

  private static func expansion(_ degrees: Double) -> Double {
    let x = normalQuantile975
    let square = x * x
    let first = x * (square + 1) / 4
    let second = x * ((5 * square + 16) * square + 3) / 96
    let third = x * (((3 * square + 19) * square + 17) * square - 15) / 384
    let fourth =
      x * ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92_160
    return x + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees
  }

  /// The probability between −t and t, as a finite series in the cosine of atan(t/√ν).
  private static func coverage(_ t: Double, _ degrees: Int) -> Double {
    let tangent = t / Double(degrees).squareRoot()
    let cosine = 1 / (1 + tangent * tangent).squareRoot()
    let sine = tangent * cosine
    let isOdd = degrees % 2 == 1
    var term = isOdd ? cosine : 1
    var series = term
    var factor = isOdd ? 3 : 2
    while factor <= degrees - 2 {
      term *= Double(factor - 1) / Double(factor) * cosine * cosine
      series += term
      factor += 2
    }
    guard isOdd else { return sine * series }
    let inner = degrees == 1 ? 0 : sine * series
    return 2 / Double.pi * (Trigonometry.arcTangent(tangent) + inner)
  }

  private static func density(_ t: Double, _ degrees: Int) -> Double {
    let isOdd = degrees % 2 == 1
    var constant = isOdd ? 1 / Double.pi : 1 / 8.0.squareRoot()
    let cosineSquare = 1 / (1 + t * t / Double(degrees))
    var power = isOdd ? cosineSquare : cosineSquare * cosineSquare.squareRoot()
    var reached = isOdd ? 1 : 2
    while reached < degrees {
      let nu = Double(reached)
      constant *= (nu + 1) / nu * (nu / (nu + 2)).squareRoot()
      power *= cosineSquare
      reached += 2
    }
    return constant * power
  }
}
