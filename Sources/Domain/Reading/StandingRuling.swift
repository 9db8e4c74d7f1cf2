/// A ruling that stands, and on what.
public struct StandingRuling: Hashable, Sendable {
  public let unit: UnitID
  /// The ruling: where in the log, by whom, with which outcome.
  public let standing: SeatStanding
  /// Position of the route that sends the unit, from 1; nil for none.
  public let route: Int?

  public init(unit: UnitID, standing: SeatStanding, route: Int? = nil) {
    self.unit = unit
    self.standing = standing
    self.route = route
  }

  /// Position of the ruling.
  public var seq: Int { standing.seq }
}

/// A ruling that stands and cites a clause.
public typealias Citation = StandingRuling
