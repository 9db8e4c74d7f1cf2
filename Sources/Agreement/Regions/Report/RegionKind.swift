/// What kind of regions a question asks for.
public enum RegionKind: String, Sendable, CaseIterable {
  case spans
  case boxes

  /// The kind of some regions.
  public init(_ regions: Regions) {
    switch regions {
    case .spans: self = .spans
    case .boxes: self = .boxes
    }
  }
}
