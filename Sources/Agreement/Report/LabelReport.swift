/// One line of the report by label.
public struct LabelReport: Equatable, Sendable {
  public let label: String
  public let figures: LabelFigures
}
