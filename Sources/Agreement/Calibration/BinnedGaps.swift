/// Forecasts in bins, and what the calibration error becomes when one of them is left out while the
/// borders of the bins stay.
struct BinnedGaps {
  let table: ReliabilityTable

  /// By event: its bin.
  let places: [Int]

  /// By event: outcome − confidence.
  private let excesses: [Double]

  /// By bin: the events, the sum of their excesses, and the largest |gap| of all other bins.
  private let counts: [Int]
  private let sums: [Double]
  private let largestOthers: [Double]

  /// Σ |excess| and Σ excess²/n over the bins.
  private let absolute: Double
  private let squared: Double

  init(_ forecasts: Forecasts, binning: Binning) {
    table = ReliabilityTable(forecasts, binning: binning)
    let (places, binCount) = binning.places(of: forecasts.confidences)
    let excesses = zip(forecasts.confidences, forecasts.outcomes).map { ($1 ? 1 : 0) - $0 }
    var counts = Array(repeating: 0, count: binCount)
    var sums = Array(repeating: OrderFreeSum(largestTerm: 1), count: binCount)
    for (place, excess) in zip(places, excesses) {
      counts[place] += 1
      sums[place].add(excess)
    }
    let values = sums.map(\.value)
    self.places = places
    self.excesses = excesses
    self.counts = counts
    self.sums = values
    absolute = OrderFreeSum.of(values.map(\.magnitude))
    squared = OrderFreeSum.of(values.indices.map { Self.square(values[$0], counts[$0]) })
    largestOthers = Self.largestOthers(values.indices.map { Self.gap(values[$0], counts[$0]) })
  }

  /// The calibration error without one event, or nil where it is the only one. O(1).
  func error(_ norm: CalibrationNorm, without event: Int) -> Double? {
    let rest = Double(places.count - 1)
    guard rest > 0 else { return nil }
    let bin = places[event]
    let sum = sums[bin] - excesses[event]
    let count = counts[bin] - 1
    switch norm {
    case .l1:
      return max(0, absolute - sums[bin].magnitude + (count == 0 ? 0 : sum.magnitude)) / rest
    case .l2:
      let terms = squared - Self.square(sums[bin], counts[bin]) + Self.square(sum, count)
      return (max(0, terms) / rest).squareRoot()
    case .max: return max(largestOthers[bin], Self.gap(sum, count))
    }
  }

  private static func square(_ sum: Double, _ count: Int) -> Double {
    count == 0 ? 0 : sum * sum / Double(count)
  }

  private static func gap(_ sum: Double, _ count: Int) -> Double {
    count == 0 ? 0 : sum.magnitude / Double(count)
  }

  /// By place: the largest of all values but its own.
  private static func largestOthers(_ values: [Double]) -> [Double] {
    guard let top = values.indices.max(by: { values[$0] < values[$1] }) else { return [] }
    let second = values.indices.reduce(0.0) { $1 == top ? $0 : max($0, values[$1]) }
    return values.indices.map { $0 == top ? second : values[top] }
  }
}
