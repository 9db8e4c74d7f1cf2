/// What a heat map lays against what; the raw value is its name in scripts.
public enum HeatMapKind: String, Sendable, CaseIterable {
  case labelLabel = "label-label"
  case labelAnnotator = "label-annotator"
  case annotatorAnnotator = "annotator-annotator"
  case labelBatch = "label-batch"
  case labelWeek = "label-week"
  case labelSlice = "label-slice"
  case labelVersion = "label-version"
  case pairBatch = "pair-batch"
  case pairWeek = "pair-week"
  case pairSlice = "pair-slice"
  case pairVersion = "pair-version"
  case pairAnnotator = "pair-annotator"

  public var rows: HeatSubject {
    switch self {
    case .annotatorAnnotator: .annotator
    case .pairBatch, .pairWeek, .pairSlice, .pairVersion, .pairAnnotator: .pair
    case .labelLabel, .labelAnnotator, .labelBatch, .labelWeek, .labelSlice, .labelVersion: .label
    }
  }

  public var columns: HeatSubject {
    switch self {
    case .labelLabel: .label
    case .labelAnnotator, .annotatorAnnotator, .pairAnnotator: .annotator
    case .labelBatch, .pairBatch: .batch
    case .labelWeek, .pairWeek: .week
    case .labelSlice, .pairSlice: .slice
    case .labelVersion, .pairVersion: .version
    }
  }

  /// Whether rows and columns are the same things.
  public var isSquare: Bool { rows == columns }

  /// Whether units are sorted into columns, so that the map needs `HeatSource.cuts`.
  public var needsCuts: Bool { columns.isTime || columns == .slice }

  /// The units that a map can be drawn of, all of them first.
  public var units: [HeatUnits] { self == .labelLabel ? HeatUnits.allCases : [.all] }

  /// The measures that mean something here, the usual one first. Specific agreement belongs to a
  /// label, so two annotators have none; for pairs of labels the share is what it is for two labels.
  public func measures(of units: HeatUnits = .all) -> [HeatMeasure] {
    if units == .overruled { return [.share, .count] }
    return switch rows {
    case .annotator: [.alpha, .share, .count]
    case .pair: [.share, .count, .alpha]
    default: [.share, .count, .alpha, .specific]
    }
  }
}
