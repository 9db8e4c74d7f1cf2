/// What the last `gold` event of a unit made of it.
public struct GoldStanding: Hashable, Sendable {
  /// Position of that event: the `base` of the next.
  public let seq: Int
  public let by: MemberID
  public let at: Instant
  /// nil where the mark was taken away; then gold from elsewhere does not count either.
  public let mark: GoldMark?

  public init(seq: Int, by: MemberID, at: Instant, mark: GoldMark?) {
    self.seq = seq
    self.by = by
    self.at = at
    self.mark = mark
  }

  /// What an event makes of its unit; nil for an event of another type.
  public init?(_ event: Event) {
    guard case .gold(let change) = event.body else { return nil }
    self.init(seq: event.seq, by: event.draft.actor, at: event.draft.at, mark: change.mark)
  }
}
