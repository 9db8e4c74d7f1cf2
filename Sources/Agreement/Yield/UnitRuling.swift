/// A unit, and what now stands of it.
public struct UnitRuling: Hashable, Sendable {
  public let unit: Int
  public let standing: UnitStanding

  public init(unit: Int, standing: UnitStanding) {
    self.unit = unit
    self.standing = standing
  }
}
