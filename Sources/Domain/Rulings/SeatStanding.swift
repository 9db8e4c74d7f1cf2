/// What holds at one seat: the last decision, withdrawal or reopening.
public struct SeatStanding: Hashable, Sendable {
  public enum Status: String, Sendable, CaseIterable {
    case ruled
    case escalated
    case withdrawn
    case reopened
  }

  public let status: Status
  /// The position of the event that made it so: the `base` of whatever comes next.
  public let seq: Int
  public let by: MemberID
  /// The outcome of the last decision, also after it was withdrawn.
  public let outcome: Outcome

  public init(status: Status, seq: Int, by: MemberID, outcome: Outcome) {
    self.status = status
    self.seq = seq
    self.by = by
    self.outcome = outcome
  }
}
