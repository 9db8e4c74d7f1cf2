import Agreement
import Foundation
import Testing

/// The limits of an audit hold the truth as often as they say, for every lot of up to 200 units, every
/// draw and every truth.
///
/// Computed at the worst truths only, which is as good as at all of them. Both limits do not fall when
/// more draws are right; this is checked. So a truth T lies above the upper limit where at most some k
/// draws are right, and the chance of that falls as T grows: of the truths that have the same k the
/// least is the worst, one above the upper limit of k. For lower limits alike.
@Suite struct AuditCoverageTests {
  /// Chances of draws from one lot, by sums of logarithms: nothing of the code under test.
  private struct Chances {
    private let logs: [Double]
    let lot: Int

    init(lot: Int) {
      self.lot = lot
      var logs = [0.0]
      for number in 1...lot { logs.append((logs.last ?? 0) + log(Double(number))) }
      self.logs = logs
    }

    private func choices(_ n: Int, _ k: Int) -> Double { logs[n] - logs[k] - logs[n - k] }

    private func chance(_ x: Int, right: Int, drawn: Int) -> Double {
      guard x >= 0, x <= drawn, x <= right, drawn - x <= lot - right else { return 0 }
      return exp(choices(right, x) + choices(lot - right, drawn - x) - choices(lot, drawn))
    }

    /// P(X ≥ x): terms from the outside in, until the rest is nothing.
    func from(_ x: Int, right: Int, drawn: Int) -> Double {
      var sum = 0.0
      for place in max(x, 0)...max(x, drawn) {
        let term = chance(place, right: right, drawn: drawn)
        sum += term
        if term < 1e-12, sum > 0 { break }
      }
      return sum
    }

    /// P(X ≤ x): as many wrong ones at least.
    func upTo(_ x: Int, right: Int, drawn: Int) -> Double {
      from(drawn - x, right: lot - right, drawn: drawn)
    }
  }

  /// How often the limits miss a truth, at the worst.
  private struct Misses {
    var below = 0.0
    var above = 0.0
    var isMonotone = true
  }

  private func misses(
    _ chances: Chances, drawn: Int, tail: Double, isTwoSided: Bool
  ) -> Misses? {
    let lot = chances.lot
    var misses = Misses()
    var low = 0
    var high = -1
    for right in 0...drawn {
      guard let audit = ReleaseAudit(ruled: 0, open: lot, drawn: drawn, right: right) else {
        return nil
      }
      let fewest = audit.fewestRight(tail: tail)
      misses.isMonotone = misses.isMonotone && fewest >= low
      if fewest > low {
        misses.below = max(
          misses.below, chances.from(right, right: fewest - 1, drawn: drawn))
      }
      low = fewest
      guard isTwoSided else { continue }
      let most = audit.mostRight(tail: tail)
      misses.isMonotone = misses.isMonotone && most >= high && fewest <= most
      if right > 0, most > high {
        misses.above = max(misses.above, chances.upTo(right - 1, right: high + 1, drawn: drawn))
      }
      high = most
    }
    if isTwoSided, high < lot {
      misses.above = max(misses.above, chances.upTo(drawn, right: high + 1, drawn: drawn))
    }
    return misses
  }

  @Test(arguments: 1...200)
  func `limits on both sides, and on one, hold at the worst truth`(lot: Int) throws {
    let chances = Chances(lot: lot)
    for drawn in 0...lot {
      let two = try #require(misses(chances, drawn: drawn, tail: 0.025, isTwoSided: true))
      let one = try #require(misses(chances, drawn: drawn, tail: 0.05, isTwoSided: false))
      let holds =
        two.isMonotone && one.isMonotone && two.below + two.above <= 0.05 + 1e-9
        && one.below <= 0.05 + 1e-9
      #expect(holds, "\(drawn) of \(lot): \(two), \(one)")
    }
  }
}
