/// A figure of a calibration, as it was shown.
public struct CalibrationFigure: Hashable, Sendable {
  /// nil for the figure over all labels.
  public let label: LabelID?
  /// Items that it rests on.
  public let units: Int
  /// nil where it is undefined.
  public let value: Number?
  /// Ends of its 95 % interval, both or neither.
  public let low: Number?
  public let high: Number?

  public init(
    label: LabelID?, units: Int, value: Number?, low: Number? = nil, high: Number? = nil
  ) {
    self.label = label
    self.units = units
    self.value = value
    self.low = low
    self.high = high
  }
}

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

/// A step of a calibration.
public enum Calibration: Hashable, Sendable {
  case draw(CalibrationDraw)
  case result(CalibrationResult)

  /// The word for the step in the log.
  public enum Step: String, Sendable, CaseIterable {
    case draw
    case result
  }

  public var step: Step {
    switch self {
    case .draw: .draw
    case .result: .result
    }
  }
}
