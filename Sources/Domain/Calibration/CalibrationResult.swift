/// How well annotators agreed on the items of a draw.
public struct CalibrationResult: Hashable, Sendable {
  /// Position of the draw.
  public let draw: Int
  /// The drafts that the draw tried.
  public let parts: [TriedPart]
  /// Number of the newest batch whose answers were counted.
  public let batch: Int
  /// Annotators who answered, and their answers.
  public let people: Int
  public let answers: Int
  /// Over all labels, then by label, in byte order of the labels.
  public let figures: [CalibrationFigure]
  /// The least that was asked of each figure; nil where nothing was.
  public let target: Number?

  public init(
    draw: Int, parts: [TriedPart], batch: Int, people: Int, answers: Int,
    figures: [CalibrationFigure], target: Number? = nil
  ) {
    self.draw = draw
    self.parts = parts.sorted()
    self.batch = batch
    self.people = people
    self.answers = answers
    self.figures = figures
    self.target = target
  }

  /// Labels whose figure is below `least`, and nil among them where the figure over all labels is.
  /// What is undefined reaches nothing, except for labels that nobody gave.
  public func missing(_ least: Number) -> [LabelID?] {
    figures.filter { figure in
      guard let value = figure.value else { return figure.label == nil || figure.units > 0 }
      return value < least
    }.map(\.label)
  }

  /// Whether every figure reaches `least`.
  public func reaches(_ least: Number) -> Bool {
    missing(least).isEmpty
  }

  /// Whether it tried what a publication puts in force: each semantic change as it was proposed, and
  /// nothing that is not published with it.
  public func covers(_ changes: [PublishedChange]) -> Bool {
    let published = Set(changes.map { TriedPart(part: $0.part, seq: $0.seq) })
    let semantic = changes.filter { $0.kind == .semantic }
      .map { TriedPart(part: $0.part, seq: $0.seq) }
    return Set(semantic).isSubset(of: parts) && Set(parts).isSubset(of: published)
  }
}
