/// A ruling that stands, as far as a clause can be held against it.
public struct RuledCase: Hashable, Sendable {
  public let unit: UnitID
  /// Position of the ruling.
  public let seq: Int
  public let outcome: Outcome
  /// The two labels that the ratings set most against each other, in byte order; fewer where they did
  /// not differ, or are no labels.
  public let contest: [LabelID]
  public let by: MemberID
  public let cites: [ClauseID]
  /// Position of the route that sends the unit, from 1; nil for none.
  public let route: Int?

  public init(
    unit: UnitID, seq: Int, outcome: Outcome, contest: [LabelID], by: MemberID,
    cites: [ClauseID] = [], route: Int? = nil
  ) {
    self.unit = unit
    self.seq = seq
    self.outcome = outcome
    self.contest = contest
    self.by = by
    self.cites = cites
    self.route = route
  }

  /// Whether the ratings stood between labels that a clause concerns: both of them; for a clause of one
  /// label that one and any other.
  public func isContested(among labels: [LabelID]) -> Bool {
    guard contest.count == 2 else { return false }
    if labels.count == 1 { return contest.contains(labels[0]) }
    return contest.allSatisfy { labels.contains($0) }
  }
}
