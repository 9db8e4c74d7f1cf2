/// A stretch of text with a label. Offsets count Unicode scalars, the end is exclusive.
public struct Span: Hashable, Sendable {
  public let start: Int
  public let end: Int
  public let label: LabelID

  public init(start: Int, end: Int, label: LabelID) {
    self.start = start
    self.end = end
    self.label = label
  }
}
