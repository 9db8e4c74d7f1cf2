/// One line of the report by label.
public struct LabelReport: Equatable, Sendable {
  public let label: String
  public internal(set) var figures: LabelFigures

  /// Whether a label is agreed on less; labels without a figure come last, equal ones by name.
  static func isWorse(_ one: LabelReport, _ other: LabelReport) -> Bool {
    let first = one.figures.alpha.value ?? .infinity
    let second = other.figures.alpha.value ?? .infinity
    if first != second { return first < second }
    return one.label.utf8.lexicographicallyPrecedes(other.label.utf8)
  }
}
