/// Items that were drawn to see how well annotators agree under drafts of the guideline.
public struct CalibrationDraw: Hashable, Sendable {
  public let question: QuestionID
  /// How many items were asked for; the floor may have asked for more, the project may have fewer.
  public let size: Int
  public let seed: UInt64
  /// The least drawn for each label, where there are as many.
  public let floor: Int
  /// How many of the items were drawn for being contested.
  public let hard: Int
  /// The drafts that annotators are to follow, in order of their parts; none where the version in force
  /// is tried.
  public let parts: [TriedPart]
  /// The guideline's version when it was drawn; 0 before the first.
  public let guideline: Int
  /// In byte order, each once.
  public let items: [ItemID]

  public init(
    question: QuestionID, size: Int, seed: UInt64, floor: Int, hard: Int, parts: [TriedPart],
    guideline: Int = 0, items: [ItemID]
  ) {
    self.question = question
    self.size = size
    self.seed = seed
    self.floor = floor
    self.hard = hard
    self.parts = parts.sorted()
    self.guideline = guideline
    self.items = Set(items).sorted()
  }

  /// Rounds of answers to draws begin so.
  public static let roundPrefix = "calibration-"

  /// The round that answers to a draw are given in.
  ///
  /// - Parameter seq: the position of the draw.
  public static func round(of seq: Int) -> String {
    "\(roundPrefix)\(seq)"
  }
}
