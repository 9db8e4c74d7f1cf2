/// Confidence against frequency, bin by bin: the numbers behind a reliability diagram (Murphy &
/// Winkler 1977) and behind every calibration error.
public struct ReliabilityTable: Equatable, Sendable {
  public let binning: Binning

  /// From low confidence to high; empty bins among them where bins have equal width.
  public let bins: [ReliabilityBin]

  /// The number of events.
  public let count: Int

  /// Sorts forecasts into bins. O(n log n) at most; independent of their order.
  public init(_ forecasts: Forecasts, binning: Binning) {
    let (places, binCount) = binning.places(of: forecasts.confidences)
    var counts = Array(repeating: 0, count: binCount)
    var hits = counts
    var totals = Array(repeating: OrderFreeSum(largestTerm: 1), count: binCount)
    var smallest = Array(repeating: Double.infinity, count: binCount)
    var largest = Array(repeating: -Double.infinity, count: binCount)
    for (event, bin) in places.enumerated() {
      let confidence = forecasts.confidences[event]
      counts[bin] += 1
      if forecasts.outcomes[event] { hits[bin] += 1 }
      totals[bin].add(confidence)
      smallest[bin] = min(smallest[bin], confidence)
      largest[bin] = max(largest[bin], confidence)
    }
    self.binning = binning
    count = forecasts.count
    let all = (0..<binCount).map { bin in
      var borders = (smallest[bin], largest[bin])
      if case .equalWidth(let width) = binning {
        borders = (Double(bin) / Double(width), Double(bin + 1) / Double(width))
      }
      return ReliabilityBin(
        lower: borders.0, upper: borders.1, count: counts[bin], hits: hits[bin],
        total: totals[bin].value)
    }
    if case .equalWidth = binning { bins = all } else { bins = all.filter { $0.count > 0 } }
  }

  /// The expected calibration error (Naeini, Cooper & Hauskrecht 2015; Guo et al. 2017, eq. 3), or
  /// nil without an event. O(bins).
  ///
  /// `l1` is Σ |gap| n_b/N, `l2` the root of Σ gap² n_b/N, `max` the largest |gap| of all bins.
  public func error(_ norm: CalibrationNorm = .l1) -> Double? {
    guard count > 0 else { return nil }
    let events = Double(count)
    let filled = bins.filter { $0.count > 0 }
    switch norm {
    case .l1:
      // n_b |gap| = |hits − Σ confidence|.
      return OrderFreeSum.of(filled.map { (Double($0.hits) - $0.total).magnitude }) / events
    case .l2:
      let squares = filled.map { bin in
        let excess = Double(bin.hits) - bin.total
        return excess * excess / Double(bin.count)
      }
      return (OrderFreeSum.of(squares) / events).squareRoot()
    case .max: return filled.compactMap { $0.gap?.magnitude }.max()
    }
  }

  /// The squared error of calibration without the part that chance alone puts into every bin
  /// (Bröcker 2012; Kumar, Liang & Ma 2019, §4): Σ n_b/N (gap² − f (1 − f)/(n_b − 1)).
  ///
  /// It may fall below 0, which means "no error to be seen". Bins with one event have no estimate
  /// and are left out, with their weight; nil where that leaves nothing.
  public var squaredErrorWithoutBias: Double? {
    let usable = bins.filter { $0.count > 1 }
    let events = usable.reduce(0) { $0 + $1.count }
    guard events > 0 else { return nil }
    let terms = usable.map { bin in
      let n = Double(bin.count)
      let frequency = Double(bin.hits) / n
      let gap = frequency - bin.total / n
      return n * (gap * gap - frequency * (1 - frequency) / (n - 1))
    }
    return OrderFreeSum.of(terms) / Double(events)
  }
}
