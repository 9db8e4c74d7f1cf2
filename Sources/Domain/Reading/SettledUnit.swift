/// One unit as it is released: the ruling where there is one, else what the ratings say.
public struct SettledUnit: Hashable, Sendable {
  public let item: Item
  public let row: QueueRow
  /// The decision that stands at the main seat, with its place in the log.
  public let decision: Event?
  /// What it says now; nil where there is none, and where a migration left it without meaning.
  public let outcome: Outcome?
  public let ratings: [RatingEntry]
  /// What the models of annotators would release; nil where there are none, or where it is ruled.
  public let released: ModelledValue?

  public init(
    item: Item, row: QueueRow, decision: Event?, outcome: Outcome?, ratings: [RatingEntry],
    released: ModelledValue? = nil
  ) {
    self.released = released
    self.item = item
    self.row = row
    self.decision = decision
    self.outcome = outcome
    self.ratings = ratings
  }
}
