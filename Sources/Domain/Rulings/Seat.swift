/// For whom a ruling speaks: several may rule on one unit without overwriting each other.
public enum Seat: String, Sendable, CaseIterable, Comparable {
  /// The ruling that settles.
  case main
  /// An independent second ruling; where it differs from `main`, the unit goes to a lead.
  case second
  /// The same person again, unknowingly; settles nothing.
  case `repeat`
  /// A draw of a random audit.
  case audit

  public static func < (left: Seat, right: Seat) -> Bool {
    left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
  }
}

/// One seat of one unit.
public struct SeatID: Hashable, Comparable, Sendable {
  public let unit: UnitID
  public let seat: Seat

  public init(unit: UnitID, seat: Seat) {
    self.unit = unit
    self.seat = seat
  }

  public static func < (left: SeatID, right: SeatID) -> Bool {
    left.unit == right.unit ? left.seat < right.seat : left.unit < right.unit
  }
}
