/// What the rows or columns of a heat map stand for.
public enum HeatSubject: String, Sendable, CaseIterable {
  case label
  case annotator
  case batch
  case week
  case slice
  /// Versions of the guideline.
  case version
  /// Two labels.
  case pair

  /// Whether the order is that of time, which no sorting may disturb.
  public var isTime: Bool { self == .batch || self == .week || self == .version }
}
