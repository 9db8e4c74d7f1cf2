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

  /// P(X = x).
  func chance(_ x: Int) -> Double {
    guard x >= least, x <= most else { return 0 }
    return exp(
      Self.lnChoices(right, x) + Self.lnChoices(lot - right, drawn - x)
        - Self.lnChoices(lot, drawn))
  }

  /// P(X ≥ x). O(drawn) at worst; terms that no longer count are not summed.
  func chance(from x: Int) -> Double {
    if x <= least { return 1 }
    if x > most { return 0 }
    // From the tail's side, so that nothing small is lost beside 1.
    return x > mode ? sumUp(from: x) : max(0, 1 - sumDown(from: x - 1))
  }

  /// P(X ≤ x).
  func chance(upTo x: Int) -> Double {
    if x >= most { return 1 }
    if x < least { return 0 }
    return x < mode ? sumDown(from: x) : max(0, 1 - sumUp(from: x + 1))
  }

  private var mode: Int { (drawn + 1) * (right + 1) / (lot + 2) }

  private func sumUp(from first: Int) -> Double {
    var term = chance(first)
    var sum = term
    var x = first
    while x < most {
      term *=
        Double(right - x) * Double(drawn - x)
        / (Double(x + 1) * Double(lot - right - drawn + x + 1))
      sum += term
      x += 1
      if term < sum * 1e-18 { break }
    }
    return min(1, sum)
  }

  private func sumDown(from first: Int) -> Double {
    var term = chance(first)
    var sum = term
    var x = first
    while x > least {
      term *=
        Double(x) * Double(lot - right - drawn + x)
        / (Double(right - x + 1) * Double(drawn - x + 1))
      sum += term
      x -= 1
      if term < sum * 1e-18 { break }
    }
    return min(1, sum)
  }

  /// ln (n choose k).
  private static func lnChoices(_ n: Int, _ k: Int) -> Double {
    var sign: Int32 = 0
    return lgamma_r(Double(n + 1), &sign) - lgamma_r(Double(k + 1), &sign)
      - lgamma_r(Double(n - k + 1), &sign)
  }
}
