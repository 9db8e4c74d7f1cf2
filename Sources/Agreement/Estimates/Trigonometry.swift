/// The functions of angles that the formulas need, without a mathematics library: this module
/// is pure. They are right to a few units in the last place.
enum Trigonometry {
  /// The sine, by its power series after the angle is brought between −π and π.
  static func sine(_ angle: Double) -> Double {
    let turned = angle.remainder(dividingBy: 2 * .pi)
    let square = turned * turned
    var term = turned
    var sum = turned
    var factor = 2.0
    while term.magnitude > 1e-18 {
      term *= -square / (factor * (factor + 1))
      sum += term
      factor += 2
    }
    return sum
  }

  /// sin²(x).
  static func sineSquared(_ angle: Double) -> Double {
    let sine = sine(angle.remainder(dividingBy: .pi))
    return sine * sine
  }

  /// The arc tangent: three halvings of the angle, then the power series.
  static func arcTangent(_ tangent: Double) -> Double {
    var x = tangent
    for _ in 0..<3 { x /= 1 + (1 + x * x).squareRoot() }
    let square = x * x
    var power = x
    var sum = x
    var divisor = 3.0
    while power.magnitude > 1e-18 {
      power *= -square
      sum += power / divisor
      divisor += 2
    }
    return sum * 8
  }
}
