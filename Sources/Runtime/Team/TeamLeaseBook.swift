import Domain
import Ledger
import Store
import Synchronization
import TeamStore

/// A team's leases as the lists want them: read once a second at most, and as they were last known
/// where the server does not answer. They are a courtesy; nothing is decided by them.
final class TeamLeaseBook: LeaseBook {
  private struct Known {
    var leases: [Lease] = []
    /// When they were read; nil: they are to be read anew.
    var at: Instant?
  }

  private let leases: TeamLeases
  private let known = Mutex(Known())
  private static let freshness: Int64 = 1000

  init(_ leases: TeamLeases) {
    self.leases = leases
  }

  func claim(
    _ unit: UnitID, by member: MemberID, at now: Instant, manner: Lease.Manner
  ) throws(IndexFailure) -> Lease.Claim {
    defer { known.withLock { $0.at = nil } }
    do throws(ServerFailure) {
      return try leases.claim(unit, by: member, at: now, manner: manner)
    } catch {
      throw .ledger(.server(error))
    }
  }

  func release(_ unit: UnitID, by member: MemberID, at now: Instant) throws(IndexFailure) {
    defer { known.withLock { $0.at = nil } }
    do throws(ServerFailure) {
      try leases.release(unit)
    } catch {
      throw .ledger(.server(error))
    }
  }

  func live(at now: Instant) -> [Lease] {
    let fresh = known.withLock { known -> [Lease]? in
      guard let at = known.at, (0..<Self.freshness).contains(now.milliseconds - at.milliseconds)
      else { return nil }
      return known.leases
    }
    if let fresh { return fresh.filter { $0.until >= now } }
    let read = try? leases.live(at: now)
    return known.withLock { known in
      known.leases = read ?? known.leases
      known.at = now
      return known.leases.filter { $0.until >= now }
    }
  }
}
