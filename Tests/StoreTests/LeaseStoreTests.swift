import Domain
import Foundation
import Store
import TestSupport
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

  @Test func `others hear of it once more when it can be read`() throws {
    let project = try TestProject()
    let path = project.path("live.sqlite")
    let store = try LeaseStore(path: path)
    let past = Date(timeIntervalSince1970: 1_000_000)
    func touched() throws -> Bool {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      defer {
        try? FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: path)
      }
      return attributes[.modificationDate] as? Date != past
    }
    _ = try touched()
    #expect(try !touched())
    _ = try store.live(at: now)
    #expect(try !touched(), "whoever only looks wakes nobody")
    _ = try store.claim(unit("i"), by: anna, at: now)
    #expect(try touched())
    try store.release(unit("i"), by: anna, at: later(1))
    #expect(try touched())
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

  @Test func `a clock that was set back leaves no lease that lasts for ever`() throws {
    let project = try TestProject()
    let store = try LeaseStore(path: project.path("live.sqlite"))
    _ = try store.claim(unit("i"), by: anna, at: later(3_600_000))
    #expect(try store.live(at: now) == [])
    guard case .granted(let lease, nil) = try store.claim(unit("i"), by: ben, at: now) else {
      Issue.record("not granted")
      return
    }
    #expect(lease.fence == 1)
  }

  /// Invariant I7 of the log's reference: one live lease a unit, and the fence only grows.
  @Test(arguments: 0..<4)
  func `whatever several processes ask for, one holds it and the fence grows`(
    seed: Int
  ) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let project = try TestProject()
    let members = ["anna", "ben", "cora", "dan"].map { MemberID($0) }
    let stores = try members.map { _ in try LeaseStore(path: project.path("live.sqlite")) }
    let units = ["i", "j"].map { unit($0) }
    var fences: [UnitID: Int] = [:]
    var holders: [UnitID: Lease] = [:]
    var time: Int64 = 0
    for _ in 0..<400 {
      time += Int64.random(in: 1...Lease.duration / 4, using: &random)
      let who = Int.random(in: 0..<members.count, using: &random)
      let unit = units[Int.random(in: 0..<units.count, using: &random)]
      if Int.random(in: 0..<5, using: &random) == 0 {
        try stores[who].release(unit, by: members[who], at: later(time))
        if holders[unit]?.holder == members[who] { holders[unit] = nil }
        continue
      }
      let manner: Lease.Manner = Int.random(in: 0..<4, using: &random) == 0 ? .takeOver : .ask
      let standing = holders[unit].flatMap { $0.until < later(time) ? nil : $0 }
      switch try stores[who].claim(unit, by: members[who], at: later(time), manner: manner) {
      case .heldBy(let holder, let until):
        #expect(manner == .ask && standing?.holder == holder && standing?.until == until)
        #expect(holder != members[who])
      case .granted(let lease, let before):
        let isOther = standing.map { $0.holder != members[who] } ?? false
        #expect(before == (isOther ? standing?.holder : nil))
        #expect(manner == .takeOver || !isOther)
        let known = fences[unit] ?? -1
        #expect(lease.fence >= known && (!isOther || lease.fence > known))
        fences[unit] = lease.fence
        holders[unit] = lease
      }
      let live = try stores[(who + 1) % stores.count].live(at: later(time))
      #expect(Set(live.map(\.unit)).count == live.count)
    }
  }
}
