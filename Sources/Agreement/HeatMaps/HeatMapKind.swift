/// What a heat map lays against what; the raw value is its name in scripts.
public enum HeatMapKind: String, Sendable, CaseIterable {
  case labelLabel = "label-label"
  case labelAnnotator = "label-annotator"
  case annotatorAnnotator = "annotator-annotator"
  case labelBatch = "label-batch"
  case labelWeek = "label-week"
  case labelSlice = "label-slice"

  public var rows: HeatSubject { self == .annotatorAnnotator ? .annotator : .label }

  public var columns: HeatSubject {
    switch self {
    case .labelLabel: .label
    case .labelAnnotator, .annotatorAnnotator: .annotator
    case .labelBatch: .batch
    case .labelWeek: .week
    case .labelSlice: .slice
    }
  }

  /// Whether rows and columns are the same things.
  public var isSquare: Bool { rows == columns }

  /// Whether units are sorted into columns, so that the map needs `HeatSource.cuts`.
  public var needsCuts: Bool { self == .labelBatch || self == .labelWeek || self == .labelSlice }

  /// The measures that mean something here, the usual one first. Specific agreement belongs to a
  /// label, so two annotators have none.
  public var measures: [HeatMeasure] {
    self == .annotatorAnnotator ? [.alpha, .share, .count] : [.share, .count, .alpha, .specific]
  }
}
