/// What a batch changed in the votes of a unit that was ruled before.
public struct NewRatings: Hashable, Sendable {
  public let batch: Int
  /// Votes that were added, that changed, or that are gone.
  public let votes: Int

  public init(batch: Int, votes: Int) {
    self.batch = batch
    self.votes = votes
  }
}
