/// What somebody wants to be made of a unit's gold.
public struct GoldProposal: Hashable, Sendable {
  public enum Wish: Hashable, Sendable {
    /// This is right.
    case outcome(Outcome)
    /// What the ruling says that stands at the main seat.
    case ruling
    /// It is gold no longer.
    case none(reason: String?)
  }

  public var unit: UnitID
  /// Position of the `gold` event that was read, −1 for none; nil where whatever stands is to be
  /// replaced.
  public var base: Int?
  public var wish: Wish

  public init(unit: UnitID, base: Int? = nil, wish: Wish) {
    self.unit = unit
    self.base = base
    self.wish = wish
  }
}
