/// When a cell is how hot, in seven steps, 0 to 6.
public struct HeatScale: Hashable, Sendable {
  /// What of a cell is hot.
  public enum Heat: String, Sendable {
    /// A large value.
    case value
    /// A value that falls short of 1.
    case shortfall
    /// A value far from its reference, on either side.
    case deviation
  }

  public let heat: Heat

  /// From which heat on a cell has step 1, 2, … 6.
  public let stops: [Double]

  /// How hot a cell is; nil where it has no value, or nothing to be held against.
  public func heat(of cell: HeatCell) -> Double? {
    guard let value = cell.value else { return nil }
    switch heat {
    case .value: return value
    case .shortfall: return 1 - value
    case .deviation: return cell.reference.map { (value - $0).magnitude }
    }
  }

  /// The step of a heat.
  public func step(_ heat: Double) -> Int {
    stops.count { $0 <= heat }
  }

  /// The scale of a kind and a measure; counts are set against the largest one.
  static func of(_ kind: HeatMapKind, _ measure: HeatMeasure, largest: Double) -> HeatScale {
    switch (measure, kind) {
    case (.count, _):
      // Below one, nothing is hot.
      let unit = max(largest, 6) / 6
      return HeatScale(heat: .value, stops: (1...6).map { Double($0) * unit })
    case (.share, .labelLabel), (.specific, .labelLabel), (.share, .pairBatch), (.share, .pairWeek),
      (.share, .pairSlice), (.share, .pairVersion), (.share, .pairAnnotator):
      return HeatScale(heat: .value, stops: [0.05, 0.1, 0.15, 0.2, 0.25, 0.3])
    case (.share, .annotatorAnnotator):
      return HeatScale(heat: .value, stops: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
    case (.share, _):
      return HeatScale(heat: .deviation, stops: [0.02, 0.04, 0.07, 0.1, 0.15, 0.2])
    case (.alpha, _):
      return HeatScale(heat: .shortfall, stops: [0.1, 0.2, 1.0 / 3, 0.5, 0.6, 0.8])
    case (.specific, _):
      return HeatScale(heat: .shortfall, stops: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
    }
  }
}
