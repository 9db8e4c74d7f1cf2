/// One annotator's value for one unit, in one round.
public struct Rating: Hashable, Sendable {
  public let unit: UnitID
  /// nil where the export says nothing of who rated.
  public let annotator: AnnotatorID?
  public let value: Value
  public let origin: Origin
  /// The pass over the items under one guideline version; nil where the export does not say.
  public let round: String?
  public let at: Instant?
  /// How long the annotator took, in milliseconds.
  public let milliseconds: Int?
  /// The annotator's own confidence, or a model's probability.
  public let confidence: Number?
  public let note: String?
  /// Whether the annotator asked for somebody to look.
  public let isFlagged: Bool

  public init(
    unit: UnitID, annotator: AnnotatorID?, value: Value, origin: Origin = .person,
    round: String? = nil, at: Instant? = nil, milliseconds: Int? = nil, confidence: Number? = nil,
    note: String? = nil, isFlagged: Bool = false
  ) {
    self.unit = unit
    self.annotator = annotator
    self.value = value
    self.origin = origin
    self.round = round
    self.at = at
    self.milliseconds = milliseconds
    self.confidence = confidence
    self.note = note
    self.isFlagged = isFlagged
  }
}

/// Who speaks through a rating.
public enum Origin: String, Sendable, CaseIterable {
  case person
  /// A model's vote: shown beside people's, in no coefficient.
  case model
  /// A final value from elsewhere: another tool's ground truth, or our own export. Never a rating.
  case gold
  /// A person's answer to a trial, such as an item with a known value among others, or a draft of the
  /// guideline: kept beside the ratings, in no coefficient and no queue.
  case trial
}
