/// Courtesy between adjudicators: who is looking at a unit. It is the `base` of a decision, not the
/// lease, that keeps two people from settling one unit.
public struct Lease: Hashable, Sendable {
  /// Milliseconds a lease lasts: ten minutes.
  public static let duration: Int64 = 600_000

  public let unit: UnitID
  public let holder: MemberID
  public let until: Instant
  /// Counts take-overs: it only grows.
  public let fence: Int

  public init(unit: UnitID, holder: MemberID, until: Instant, fence: Int) {
    self.unit = unit
    self.holder = holder
    self.until = until
    self.fence = fence
  }

  /// How far ahead a lease may end, in milliseconds: twice its time. Whoever asks may have read the
  /// clock before the holder did, so once would be too little.
  public static let horizon = 2 * duration

  /// Whether it has not run out. One that ends beyond the horizon was made by a clock that has been
  /// set back since, and holds nobody up.
  public func isLive(at now: Instant) -> Bool {
    until >= now && until.milliseconds <= now.milliseconds + Self.horizon
  }

  public enum Manner: Sendable {
    /// Refused while somebody else holds it.
    case ask
    case takeOver
  }

  public enum Claim: Hashable, Sendable {
    case granted(Lease, tookOver: MemberID?)
    case heldBy(MemberID, until: Instant)
  }

  /// Claims or renews a lease.
  public static func claim(
    _ unit: UnitID, by member: MemberID, at now: Instant, standing: Lease?, manner: Manner
  ) -> Claim {
    let until = Instant(milliseconds: now.milliseconds + duration)
    guard let standing else {
      return .granted(Lease(unit: unit, holder: member, until: until, fence: 0), tookOver: nil)
    }
    if standing.holder == member {
      let renewed = Lease(unit: unit, holder: member, until: until, fence: standing.fence)
      return .granted(renewed, tookOver: nil)
    }
    let next = Lease(unit: unit, holder: member, until: until, fence: standing.fence + 1)
    if !standing.isLive(at: now) { return .granted(next, tookOver: nil) }
    switch manner {
    case .ask: return .heldBy(standing.holder, until: standing.until)
    case .takeOver: return .granted(next, tookOver: standing.holder)
    }
  }
}
