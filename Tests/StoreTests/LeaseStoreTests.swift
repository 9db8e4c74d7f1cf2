import Domain
import Store
import Testing

@Suite struct LeaseStoreTests {
  private let now = Instant(milliseconds: 1_000_000)
  private let anna = MemberID("anna")
  private let ben = MemberID("ben")

  private func later(_ milliseconds: Int64) -> Instant {
    Instant(milliseconds: now.milliseconds + milliseconds)
  }

  @Test func `of two processes one gets the lease and the other is told who`() throws {
    let project = try TestProject()
    let one = try LeaseStore(path: project.path("live.sqlite"))
    let two = try LeaseStore(path: project.path("live.sqlite"))
    guard case .granted(let lease, nil) = try one.claim(unit("i"), by: anna, at: now) else {
      Issue.record("not granted")
      return
    }
    #expect(lease.until == later(Lease.duration))
    #expect(
      try two.claim(unit("i"), by: ben, at: later(5)) == .heldBy(anna, until: lease.until))
    #expect(try two.live(at: later(5)) == [lease])
  }

  @Test func `it runs out, can be renewed, taken over and given back`() throws {
    let project = try TestProject()
    let store = try LeaseStore(path: project.path("live.sqlite"))
    _ = try store.claim(unit("i"), by: anna, at: now)
    guard case .granted(let renewed, nil) = try store.claim(unit("i"), by: anna, at: later(10))
    else {
      Issue.record("not renewed")
      return
    }
    #expect(renewed.fence == 0)
    #expect(try store.live(at: later(Lease.duration + 11)) == [])
    guard
      case .granted(let taken, tookOver: anna) = try store.claim(
        unit("i"), by: ben, at: later(20), manner: .takeOver)
    else {
      Issue.record("not taken over")
      return
    }
    #expect(taken.fence == 1)
    // Somebody else's cannot be given back.
    try store.release(unit("i"), by: anna, at: later(30))
    #expect(try store.live(at: later(30)).map(\.holder) == [ben])
    try store.release(unit("i"), by: ben, at: later(40))
    #expect(try store.live(at: later(40)) == [])
    guard case .granted(let next, nil) = try store.claim(unit("i"), by: anna, at: later(50)) else {
      Issue.record("not granted after release")
      return
    }
    #expect(next.fence == 2)
  }

  @Test func `rows show who holds them and the next unit is nobody else's`() throws {
    let project = try TestProject()
    try project.begin()
    let leases = try LeaseStore(path: project.path("live.sqlite"))
    let index = try project.open(leases: leases)
    try index.catchUp()
    try project.importBatch(
      numbered([
        rating("i", "a", "x"), rating("i", "b", "y"), rating("j", "a", "x"), rating("j", "b", "y"),
      ]), into: index)
    let query = QueueQuery(viewer: MemberID("adj"), now: project.clock)
    let first = try #require(try index.next(query, skipping: []))
    _ = try leases.claim(first.unit, by: MemberID("lead"), at: project.clock)
    let rows = try index.page(query, offset: 0, count: 5).rows
    #expect(rows.first?.lease?.holder == MemberID("lead"))
    #expect(try index.next(query, skipping: [])?.unit == rows[1].unit)
    // One's own lease bars nobody from going on.
    let lead = QueueQuery(viewer: MemberID("lead"), now: project.clock)
    #expect(try index.next(lead, skipping: [])?.unit == first.unit)
  }
}
