package import Domain

/// Where leases are kept: beside a folder's tables, or on a team's server.
package protocol LeaseBook: Sendable {
  /// Claims, renews or takes over a lease, as one step between all who look.
  func claim(
    _ unit: UnitID, by member: MemberID, at now: Instant, manner: Lease.Manner
  ) throws(IndexFailure) -> Lease.Claim

  /// Gives a lease back; somebody else's stays as it is.
  func release(_ unit: UnitID, by member: MemberID, at now: Instant) throws(IndexFailure)

  /// The leases that have not run out, in byte order of units.
  func live(at now: Instant) throws(IndexFailure) -> [Lease]
}

extension LeaseBook {
  /// Claims or renews a lease that nobody else holds.
  package func claim(
    _ unit: UnitID, by member: MemberID, at now: Instant
  ) throws(IndexFailure) -> Lease.Claim {
    try claim(unit, by: member, at: now, manner: .ask)
  }
}
