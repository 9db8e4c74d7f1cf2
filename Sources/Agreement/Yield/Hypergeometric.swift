internal import Glibc

/// How many right ones are among those drawn, without putting back, from a lot with a known number of
/// right ones.
struct Hypergeometric {
  let lot: Int
  let right: Int
  let drawn: Int

  /// - Precondition: Neither the right ones nor the drawn ones are more than the lot.
  init(lot: Int, right: Int, drawn: Int) {
    precondition((0...lot).contains(right) && (0...lot).contains(drawn), "a part of a lot")
    self.lot = lot
    self.right = right
    self.drawn = drawn
  }

  private var least: Int { max(0, drawn - (lot - right)) }
  private var most: Int { min(drawn, right) }
  private var mode: Int { (drawn + 1) * (right + 1) / (lot + 2) }

  /// P(X = x).
  func chance(_ x: Int) -> Double {
    guard x >= least, x <= most else { return 0 }
    return exp(
      Self.lnChoices(right, x) + Self.lnChoices(lot - right, drawn - x)
        - Self.lnChoices(lot, drawn))
  }

  /// Whether P(X ≥ x) is above a bound. O(drawn) at worst; summed only until it is certain.
  func isChance(from x: Int, above bound: Double) -> Bool {
    if x <= least { return bound < 1 }
    if x > most { return bound < 0 }
    // From the tail's side, so that nothing small is lost beside 1.
    return x > mode
      ? isUpperTail(from: x, above: bound) : !isLowerTail(from: x - 1, above: 1 - bound)
  }

  /// - Parameter first: Above the mode, so that terms fall, and each time by a larger part.
  private func isUpperTail(from first: Int, above bound: Double) -> Bool {
    var term = chance(first)
    var sum = term
    var x = first
    while x < most {
      if sum > bound { return true }
      let ratio =
        Double(right - x) * Double(drawn - x)
        / (Double(x + 1) * Double(lot - right - drawn + x + 1))
      term *= ratio
      // All that is left is less than if the terms fell by this part for ever.
      if ratio < 1, sum + term / (1 - ratio) <= bound { return false }
      sum += term
      x += 1
    }
    return sum > bound
  }

  /// - Parameter first: Below the mode.
  private func isLowerTail(from first: Int, above bound: Double) -> Bool {
    var term = chance(first)
    var sum = term
    var x = first
    while x > least {
      if sum > bound { return true }
      let ratio =
        Double(x) * Double(lot - right - drawn + x)
        / (Double(right - x + 1) * Double(drawn - x + 1))
      term *= ratio
      if ratio < 1, sum + term / (1 - ratio) <= bound { return false }
      sum += term
      x -= 1
    }
    return sum > bound
  }

  /// ln (n choose k).
  private static func lnChoices(_ n: Int, _ k: Int) -> Double {
    var sign: Int32 = 0
    return lgamma_r(Double(n + 1), &sign) - lgamma_r(Double(k + 1), &sign)
      - lgamma_r(Double(n - k + 1), &sign)
  }
}
