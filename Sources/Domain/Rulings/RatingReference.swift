/// Names one rating for ever: its batch and its place in that batch's file order.
public struct RatingReference: Hashable, Sendable {
  public let batch: Int
  public let ordinal: Int

  public init(batch: Int, ordinal: Int) {
    self.batch = batch
    self.ordinal = ordinal
  }
}
