import Glibc

/// How far one distribution over labels is from another. Natural logarithms.
public enum Divergence {
  /// The population stability index Σ (p − q) ln (p / q), Jeffreys' symmetric divergence; below .1
  /// is taken for stable and above .25 for a shift, by convention and whatever the number of
  /// ratings.
  ///
  /// - Parameter smoothing: Added to every count; without it an empty cell on one side makes the
  ///   index infinite, which the status says.
  public static func stabilityIndex(
    _ counts: [Double], _ target: [Double], smoothing: Double = 0
  ) -> Estimate {
    estimate(counts, target, smoothing) { p, q in
      guard p != q else { return 0 }
      return p == 0 || q == 0 ? .infinity : (p - q) * log(p / q)
    }
  }

  /// Kullback & Leibler (1951): Σ p ln (p / q), with 0 ln 0 = 0.
  public static func kullbackLeibler(
    _ counts: [Double], _ target: [Double], smoothing: Double = 0
  ) -> Estimate {
    estimate(counts, target, smoothing, relativeEntropy)
  }

  /// Lin (1991): the mean Kullback–Leibler divergence from the middle of both; at most ln 2.
  public static func jensenShannon(
    _ counts: [Double], _ target: [Double], smoothing: Double = 0
  ) -> Estimate {
    estimate(counts, target, smoothing) { p, q in
      let middle = (p + q) / 2
      return (relativeEntropy(p, middle) + relativeEntropy(q, middle)) / 2
    }
  }

  /// Half of Σ |p − q|: the share of ratings that would have to change labels.
  public static func totalVariation(
    _ counts: [Double], _ target: [Double], smoothing: Double = 0
  ) -> Estimate {
    estimate(counts, target, smoothing) { ($0 - $1).magnitude / 2 }
  }

  private static func relativeEntropy(_ p: Double, _ q: Double) -> Double {
    guard p > 0 else { return 0 }
    return q == 0 ? .infinity : p * log(p / q)
  }

  private static func estimate(
    _ counts: [Double], _ target: [Double], _ smoothing: Double,
    _ term: (Double, Double) -> Double
  ) -> Estimate {
    precondition(counts.count == target.count, "both distributions are over the same labels")
    let first = counts.map { $0 + smoothing }
    let second = target.map { $0 + smoothing }
    guard (first + second).allSatisfy({ $0.isFinite && $0 >= 0 }) else {
      return Estimate(undefined: .undefinedTarget)
    }
    let total = OrderFreeSum.of(first)
    let targetTotal = OrderFreeSum.of(second)
    guard total > 0, targetTotal > 0 else { return Estimate(undefined: .undefinedNoData) }
    let terms = zip(first, second).map { term($0 / total, $1 / targetTotal) }
    guard terms.allSatisfy(\.isFinite) else { return Estimate(undefined: .infinite) }
    return Estimate(
      value: max(0, OrderFreeSum.of(terms)), standardError: nil, interval: nil,
      intervalStatus: .noFormula)
  }
}
