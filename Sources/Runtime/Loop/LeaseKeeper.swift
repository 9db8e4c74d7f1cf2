package import Dispatch
package import Domain
package import Store
import Synchronization

/// Holds the leases of what is open on screen: renews them in time, and at the end gives back what is
/// still held.
package final class LeaseKeeper: Sendable {
  /// What was taken away: the unit, and who has it now.
  package typealias Loss = @Sendable (UnitID, Lease.Claim) -> Void

  private let leases: any LeaseBook
  private let queue: DispatchQueue
  private let now: @Sendable () -> Instant
  private let lost: Loss
  private let state = Mutex(State())

  private struct State {
    var held: [UnitID: MemberID] = [:]
    var isRenewing = false
  }

  /// - Parameters:
  ///   - queue: where renewals run, beside the worker's other work.
  ///   - lost: told of leases that others took over.
  package init(
    leases: any LeaseBook, queue: DispatchQueue, now: @escaping @Sendable () -> Instant,
    lost: @escaping Loss
  ) {
    self.leases = leases
    self.queue = queue
    self.now = now
    self.lost = lost
  }

  package func claim(
    _ unit: UnitID, by member: MemberID, manner: Lease.Manner
  ) throws(IndexFailure) -> Lease.Claim {
    let claim = try leases.claim(unit, by: member, at: now(), manner: manner)
    if case .granted = claim {
      state.withLock { $0.held[unit] = member }
      scheduleRenewal()
    }
    return claim
  }

  package func release(_ unit: UnitID, by member: MemberID) throws(IndexFailure) {
    _ = state.withLock { $0.held.removeValue(forKey: unit) }
    try leases.release(unit, by: member, at: now())
  }

  /// Looks whether somebody took over what is held, and tells. Nothing is written.
  package func look() {
    let held = state.withLock { $0.held }
    guard !held.isEmpty, let live = try? leases.live(at: now()) else { return }
    for lease in live where held[lease.unit].map({ $0 != lease.holder }) == true {
      guard state.withLock({ $0.held.removeValue(forKey: lease.unit) }) != nil else { continue }
      lost(lease.unit, .heldBy(lease.holder, until: lease.until))
    }
  }

  /// Renews what is held. A lease that cannot be renewed now runs out by itself: it is a courtesy.
  package func renew() {
    for (unit, member) in state.withLock({ $0.held }) {
      guard let claim = try? leases.claim(unit, by: member, at: now(), manner: .ask) else {
        continue
      }
      guard case .heldBy = claim else { continue }
      _ = state.withLock { $0.held.removeValue(forKey: unit) }
      lost(unit, claim)
    }
  }

  /// Gives everything back; for the end of a session.
  package func releaseAll() {
    let held = state.withLock { state in
      defer { state.held = [:] }
      return state.held
    }
    for (unit, member) in held { try? leases.release(unit, by: member, at: now()) }
  }

  /// Wakes at a third of a lease's time, and only while something is held.
  private func scheduleRenewal() {
    let isNew = state.withLock { state in
      defer { state.isRenewing = true }
      return !state.isRenewing
    }
    guard isNew else { return }
    queue.asyncAfter(deadline: .now() + .milliseconds(Int(Lease.duration / 3))) { [weak self] in
      guard let self else { return }
      let isHolding = state.withLock { state in
        state.isRenewing = false
        return !state.held.isEmpty
      }
      guard isHolding else { return }
      renew()
      scheduleRenewal()
    }
  }
}
