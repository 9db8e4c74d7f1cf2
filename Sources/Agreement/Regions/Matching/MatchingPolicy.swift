/// What comes first when regions of two annotators are paired.
public enum MatchingPolicy: String, Sendable, CaseIterable {
  /// Shapes alone decide who is paired; labels are compared afterwards.
  case shapeFirst = "shape_first"
  /// Regions with the same label are paired first, then what is left, whatever its label.
  case labelFirst = "label_first"
}
