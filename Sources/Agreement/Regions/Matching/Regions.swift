public import Domain

/// The regions that one annotator marked in one unit.
public enum Regions: Hashable, Sendable {
  case spans([Domain.Span])
  case boxes([Box])

  /// The regions of a value; nil for a value that has none, such as a label or an abstention.
  public init?(_ value: Value) {
    switch value {
    case .spans(let spans): self = .spans(spans)
    case .boxes(let boxes): self = .boxes(boxes)
    case .label, .labels, .number, .ranking, .text, .abstained: return nil
    }
  }

  public var count: Int {
    switch self {
    case .spans(let spans): spans.count
    case .boxes(let boxes): boxes.count
    }
  }

  /// The label of each region.
  public var labels: [LabelID] {
    switch self {
    case .spans(let spans): spans.map(\.label)
    case .boxes(let boxes): boxes.map(\.label)
    }
  }

  /// The regions from left to right (boxes: then from top to bottom), so that the order in which
  /// they were drawn plays no part.
  func ordered() -> Regions {
    switch self {
    case .spans(let spans):
      .spans(
        spans.sorted { ($0.start, $0.end, $0.label) < ($1.start, $1.end, $1.label) })
    case .boxes(let boxes):
      .boxes(
        boxes.sorted { one, other in
          if (one.x, one.y) != (other.x, other.y) {
            return (one.x, one.y) < (other.x, other.y)
          }
          if (one.width, one.height) != (other.width, other.height) {
            return (one.width, one.height) < (other.width, other.height)
          }
          return (one.rotation, one.label) < (other.rotation, other.label)
        })
    }
  }
}
