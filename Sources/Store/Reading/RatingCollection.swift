package import Domain

/// All ratings of one question, those in force and those that are history, as numbers of names.
///
/// The numbers depend on the order in which things came in; whoever shows them puts names in order.
package struct RatingCollection: Sendable {
  /// One rating.
  package struct Line: Sendable {
    /// By its number in `items`.
    package var item: Int32
    /// By its number in `annotators`; −1 where the export does not say who rated.
    package var annotator: Int32
    /// By its number in `values`; −1 for an abstention.
    package var value: Int32
    /// By its number in `rounds`; −1 where the export does not say which.
    package var round: Int32
    /// The number of its batch; 1 in a bare file.
    package var batch: Int32
    /// The version of the guideline it was given under, 0 before the first; −1 in a bare file.
    package var version: Int32
    package var origin: Origin
    package var isInForce: Bool
    /// Milliseconds since 1970; nil where the export does not say when.
    package var at: Int64?
    /// How long it took.
    package var milliseconds: Int64?
    package var confidence: Double?

    package init(
      item: Int32, annotator: Int32, value: Int32, round: Int32, batch: Int32, version: Int32 = -1,
      origin: Origin, isInForce: Bool, at: Int64?, milliseconds: Int64?, confidence: Double?
    ) {
      self.item = item
      self.annotator = annotator
      self.value = value
      self.round = round
      self.batch = batch
      self.version = version
      self.origin = origin
      self.isInForce = isInForce
      self.at = at
      self.milliseconds = milliseconds
      self.confidence = confidence
    }
  }

  package let question: QuestionID
  package var items: [ItemID] = []
  package var annotators: [AnnotatorID] = []
  /// As votes are counted: equal amounts are one value however they are spelled.
  package var values: [Value] = []
  package var rounds: [String] = []
  /// The lines of an item stand in batch and file order; items in any.
  package var lines: [Line] = []
  /// By item: properties to cut the data by. Empty where none was asked for.
  package var slices: [[Slice]] = []
  /// What was ruled, by the item's number.
  package var rulings: [Int32: Outcome] = [:]
  /// What was marked as gold, by the item's number; nil for a mark that says no value, or was taken
  /// away: then what came in as gold does not count either.
  package var marks: [Int32: Value?] = [:]

  package init(question: QuestionID) {
    self.question = question
  }

  /// Whether one round came before another.
  package func round(_ first: Int32, precedes second: Int32) -> Bool {
    RoundID(name(first)).precedes(RoundID(name(second)))
  }

  private func name(_ round: Int32) -> String {
    round < 0 ? "" : rounds[Int(round)]
  }
}
