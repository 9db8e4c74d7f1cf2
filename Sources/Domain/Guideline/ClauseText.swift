/// What a clause says.
public struct ClauseText: Hashable, Sendable {
  public var title: String
  /// The labels it concerns, in byte order, each once; none: it concerns all of them.
  public let labels: [LabelID]
  /// The rule, in one or several lines.
  public var statement: String
  /// Cases to which it applies.
  public var examples: [ClauseExample]
  /// Cases that look like it and to which it does not apply.
  public var counterExamples: [ClauseExample]
  /// Positions of the rulings it was made from, upwards, each once.
  public let bornFrom: [Int]

  public init(
    title: String, labels: [LabelID], statement: String, examples: [ClauseExample] = [],
    counterExamples: [ClauseExample] = [], bornFrom: [Int] = []
  ) {
    self.title = title
    self.labels = Set(labels).sorted()
    self.statement = statement
    self.examples = examples
    self.counterExamples = counterExamples
    self.bornFrom = Set(bornFrom).sorted()
  }

  /// Whether both say the same, byte for byte.
  public func isSame(as other: ClauseText) -> Bool {
    canonical == other.canonical
  }
}

/// A case that shows what a clause means.
public struct ClauseExample: Hashable, Sendable {
  public var text: String
  /// The unit it was taken from, if one.
  public var unit: UnitID?

  public init(_ text: String, unit: UnitID? = nil) {
    self.text = text
    self.unit = unit
  }
}
