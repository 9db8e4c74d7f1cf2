/// The values of one figure in all resamples, and what is read off them.
///
/// Quantile p of B values is the value number (B + 1) p in ascending order, between two of them
/// proportionally (Davison & Hinkley 1997, section 2.4.1). Ties with the figure itself count half
/// for the bias correction.
struct ReplicateValues {
  /// Values with one unit of each pattern left out, and the number of units of each pattern.
  struct LeftOut {
    let values: [Double]
    let units: [Int]
  }

  /// The figure of the data, computed as those of the resamples are.
  let value: Double
  /// By resample; NaN where undefined.
  let replicates: [Double]
  let seed: UInt64

  /// The estimate.
  ///
  /// - Parameters:
  ///   - point: The figure with its own status, observed and expected parts.
  ///   - leftOut: Needed for BCa; without it, or where it is undefined, percentiles are given.
  func estimate(
    _ point: Estimate, method: ResamplingMethod, leftOut: LeftOut?
  ) -> BootstrapEstimate {
    let defined = replicates.filter { !$0.isNaN }
    guard let figure = point.value, !value.isNaN else { return plain(point, defined.count) }
    guard defined.count * 2 > replicates.count, defined.count > 1 else {
      return plain(
        Estimate(
          value: figure, observed: point.observed, expected: point.expected, standardError: nil,
          interval: nil, intervalStatus: .tooFewReplicates), defined.count)
    }
    let sorted = defined.sorted()
    let mean = sorted.reduce(0, +) / Double(sorted.count)
    let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / Double(sorted.count - 1)).squareRoot()
    let correction = method == .bca ? correction(sorted, leftOut) : nil
    let ends = correction?.ends ?? Ends(lower: 0.025, upper: 0.975)
    let status: IntervalStatus = correction == nil ? .percentile : .bca
    let isCollapsed = sorted.first == sorted.last
    let interval = Interval(
      lower: Self.quantile(ends.lower, of: sorted), upper: Self.quantile(ends.upper, of: sorted))
    return BootstrapEstimate(
      estimate: Estimate(
        value: figure, observed: point.observed, expected: point.expected,
        standardError: isCollapsed ? 0 : error, interval: interval,
        intervalStatus: isCollapsed ? .collapsed : status),
      replicates: replicates.count, undefinedReplicates: replicates.count - defined.count,
      seed: seed, bias: isCollapsed ? 0 : mean - value, biasCorrection: correction?.bias,
      acceleration: correction?.acceleration)
  }

  private func plain(_ estimate: Estimate, _ defined: Int) -> BootstrapEstimate {
    BootstrapEstimate(
      estimate: estimate, replicates: replicates.count,
      undefinedReplicates: replicates.count - defined, seed: seed, bias: nil,
      biasCorrection: nil, acceleration: nil)
  }

  private struct Ends {
    let lower: Double
    let upper: Double
  }

  private struct Correction {
    let bias: Double
    let acceleration: Double
    let ends: Ends
  }

  /// Efron's (1987) z₀ and a, and the percentiles that they lead to; nil where one is not finite.
  private func correction(_ sorted: [Double], _ leftOut: LeftOut?) -> Correction? {
    guard let leftOut, let acceleration = Self.acceleration(leftOut) else { return nil }
    let below = Self.count(sorted) { $0 < value }
    let notAbove = Self.count(sorted) { $0 <= value }
    let share = (Double(below) + Double(notAbove)) / (2 * Double(sorted.count))
    let bias = NormalDistribution.quantile(share)
    guard bias.isFinite else { return nil }
    func end(_ quantile: Double) -> Double? {
      let shifted = bias + quantile
      let room = 1 - acceleration * shifted
      return room > 0 ? NormalDistribution.cumulative(bias + shifted / room) : nil
    }
    guard let lower = end(-Estimate.normalQuantile), let upper = end(Estimate.normalQuantile)
    else { return nil }
    return Correction(
      bias: bias, acceleration: acceleration, ends: Ends(lower: lower, upper: upper))
  }

  /// Σ (mean − a₋ᵤ)³ / 6 (Σ (mean − a₋ᵤ)²)^1.5 over units.
  private static func acceleration(_ leftOut: LeftOut) -> Double? {
    let pairs = zip(leftOut.values, leftOut.units)
    guard leftOut.values.allSatisfy({ !$0.isNaN }) else { return nil }
    let count = Double(leftOut.units.reduce(0, +))
    let mean = pairs.reduce(0) { $0 + $1.0 * Double($1.1) } / count
    var squares = 0.0
    var cubes = 0.0
    for (value, units) in pairs {
      let distance = mean - value
      squares += Double(units) * distance * distance
      cubes += Double(units) * distance * distance * distance
    }
    return squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : 0
  }

  /// How many of ascending values satisfy what holds up to some place. O(log n).
  private static func count(_ sorted: [Double], where holds: (Double) -> Bool) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if holds(sorted[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count + 1)
    let lower = min(max(Int(place), 1), sorted.count)
    let upper = min(lower + 1, sorted.count)
    let part = min(max(place - Double(lower), 0), 1)
    let first = sorted[lower - 1]
    return first + part * (sorted[upper - 1] - first)
  }
}
