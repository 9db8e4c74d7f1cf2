/// The expected calibration error in its three norms, each with an interval.
///
/// Intervals come from the jackknife over units with the bins' borders held: each unit is left out
/// once, and the gaps of its bin are taken anew. They lie around the error as it is measured, which
/// chance alone lifts above 0 (Kumar, Liang & Ma 2019), so a lower end above 0 is no proof of
/// miscalibration: that is what Spiegelhalter's test is for.
public struct CalibrationErrors: Equatable, Sendable {
  /// Σ |gap| n_b/N.
  public let l1: Estimate

  /// The root of Σ gap² n_b/N.
  public let l2: Estimate

  /// The largest |gap| of all bins.
  public let max: Estimate

  /// Measures forecasts. O(n + bins), and sorting where bins have equal mass; independent of the
  /// order of the forecasts.
  public init(_ forecasts: Forecasts, binning: Binning) {
    let gaps = BinnedGaps(forecasts, binning: binning)
    l1 = Self.estimate(gaps, .l1)
    l2 = Self.estimate(gaps, .l2)
    max = Self.estimate(gaps, .max)
  }

  public subscript(norm: CalibrationNorm) -> Estimate {
    switch norm {
    case .l1: l1
    case .l2: l2
    case .max: max
    }
  }

  private static func estimate(_ gaps: BinnedGaps, _ norm: CalibrationNorm) -> Estimate {
    guard let value = gaps.table.error(norm) else { return Estimate(undefined: .undefinedNoData) }
    var leftOut = LeaveOneOut()
    for event in gaps.places.indices {
      leftOut.add(gaps.error(norm, without: event).map { $0 - value })
    }
    return leftOut.estimate(around: value, units: gaps.places.count, smallest: 0)
  }

  /// The mean over labels of their errors (Kull et al. 2019, class-wise), one unit left out of all
  /// of them at a time. O(units × labels).
  static func classwise(_ table: ProbabilityTable, bins: Int) -> Estimate {
    let labels = (0..<table.labelCount).map {
      BinnedGaps(table.forecasts(of: $0), binning: .equalWidth(bins))
    }
    guard table.count > 0, !labels.isEmpty else { return Estimate(undefined: .undefinedNoData) }
    let count = Double(labels.count)
    let value = OrderFreeSum.of(labels.compactMap { $0.table.error(.l1) }) / count
    var leftOut = LeaveOneOut()
    for unit in table.labels.indices {
      let rests = labels.compactMap { $0.error(.l1, without: unit) }
      leftOut.add(rests.count == labels.count ? OrderFreeSum.of(rests) / count - value : nil)
    }
    return leftOut.estimate(around: value, units: table.count, smallest: 0)
  }
}
