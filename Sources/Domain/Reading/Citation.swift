/// A ruling that stands and cites a clause.
public struct Citation: Hashable, Sendable {
  public let unit: UnitID
  /// The ruling: where in the log, by whom, with which outcome.
  public let standing: SeatStanding

  public init(unit: UnitID, standing: SeatStanding) {
    self.unit = unit
    self.standing = standing
  }

  /// Position of the ruling.
  public var seq: Int { standing.seq }
}
