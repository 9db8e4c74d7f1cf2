import Dispatch
import Domain
import Ledger
import Synchronization
import TeamStore
import Testing

/// Several clients on one log.
@Suite struct ManyClientsTests {
  @Test func `of two who decide on the same head one is told of the other`() throws {
    guard let place = try TeamPlace() else { return }
    try place.found()
    let (ruth, otto) = (try place.store(as: "ruth"), try place.store(as: "otto"))
    let head = try ruth.head()
    _ = try ruth.append([place.ruling("t1", by: "ruth")], expecting: head)
    guard
      case .conflict(let now) = try otto.append([place.ruling("t1", by: "otto")], expecting: head)
    else {
      Issue.record("the head had moved")
      return
    }
    #expect(try now == ruth.head())
    let news = try otto.read(from: head.seq + 1, limit: 10)
    #expect(news.map(\.draft.actor) == [MemberID("ruth")])
  }

  /// Every acknowledged event is in the log once, in the order in which it was acknowledged; nothing
  /// else is; no client's reads ever go back.
  @Test func `six clients append, and the log is what each was told`() throws {
    guard let place = try TeamPlace() else { return }
    try place.found()
    let people = ["lena", "ruth", "otto", "vera", "ruth", "otto"]
    let told = Mutex<[OperationID: Int]>([:])
    let problems = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: people.count) { number in
      do {
        let store = try place.store(as: people[number])
        var last = -1
        for round in 0..<40 {
          let draft = place.comment("client \(number) round \(round)", by: people[number])
          while true {
            let head = try store.head()
            if head.seq < last { problems.withLock { $0.append("went back to \(head.seq)") } }
            last = head.seq
            guard case .appended(let events) = try store.append([draft], expecting: head) else {
              continue
            }
            let seq = events[0].seq
            if seq <= last { problems.withLock { $0.append("\(seq) is not after \(last)") } }
            told.withLock { $0[draft.operation] = seq }
            last = seq
            break
          }
        }
      } catch {
        problems.withLock { $0.append("client \(number): \(error)") }
      }
    }
    #expect(problems.withLock { $0 }.isEmpty)
    let events = try place.store().read(from: 5, limit: 10_000)
    let logged = Dictionary(uniqueKeysWithValues: events.map { ($0.draft.operation, $0.seq) })
    #expect(logged == told.withLock { $0 })
    #expect(events.map(\.seq) == Array(5..<245))
  }

  @Test func `a lease is one person's, runs by the server's clock, and can be taken over`() throws {
    guard let place = try TeamPlace() else { return }
    try place.found()
    let ruth = TeamLeases(try place.pool(as: "ruth"), project: TeamPlace.project)
    let otto = TeamLeases(try place.pool(as: "otto"), project: TeamPlace.project)
    let unit = UnitID(item: ItemID("t1"))
    // Clocks of clients may be anywhere.
    let (early, late) = (Instant(milliseconds: 0), Instant(milliseconds: 4_000_000_000_000))
    func fence(_ claim: Lease.Claim) -> Int? {
      if case .granted(let lease, _) = claim { lease.fence } else { nil }
    }
    let first = try ruth.claim(unit, by: MemberID("ruth"), at: early, manner: .ask)
    #expect(fence(first) == 0)
    guard
      case .heldBy(let holder, let until) = try otto.claim(
        unit, by: MemberID("otto"), at: late, manner: .ask)
    else {
      Issue.record("it is held")
      return
    }
    #expect(holder == MemberID("ruth"))
    #expect((590_000...600_000).contains(until.milliseconds - late.milliseconds))
    let live = try otto.live(at: late)
    #expect(live.map(\.holder) == [MemberID("ruth")])
    guard
      case .granted(let taken, let from) = try otto.claim(
        unit, by: MemberID("otto"), at: late, manner: .takeOver)
    else {
      Issue.record("it can be taken over")
      return
    }
    #expect(taken.fence == 1)
    #expect(from == MemberID("ruth"))
    try ruth.release(unit)
    #expect(try ruth.live(at: early).map(\.holder) == [MemberID("otto")], "not theirs to give back")
    try place.sql("UPDATE lease SET until = clock_timestamp() - interval '1 second'")
    #expect(try ruth.live(at: early).isEmpty)
    let again = try ruth.claim(unit, by: MemberID("ruth"), at: early, manner: .ask)
    #expect(fence(again) == 2)
  }

  @Test(arguments: [true, false])
  func `a watcher hears of others within a second, with and without notifications`(
    hears: Bool
  ) throws {
    guard let place = try TeamPlace() else { return }
    let store = try place.found()
    if !hears {
      try place.sql("ALTER FUNCTION write_lines SET search_path = \(place.schema), pg_temp")
      try place.sql(
        "CREATE FUNCTION pg_notify(text, text) RETURNS void LANGUAGE sql AS ''")
      // What stands in the schema is found first only where it is named first.
      try place.sql(
        "ALTER FUNCTION write_lines SET search_path = \(place.schema), pg_catalog, pg_temp")
    }
    let told = DispatchSemaphore(value: 0)
    let last = Mutex(-1)
    let watch = HeadWatch(try place.pool(as: "ruth"), project: TeamPlace.project)
    watch.begin(after: try store.head().seq) { head in
      last.withLock { $0 = head }
      told.signal()
    }
    defer { watch.end() }
    for _ in 0..<3 {
      _ = try store.append([place.comment("news", by: "lena")], expecting: store.head())
      #expect(told.wait(timeout: .now() + .seconds(1)) == .success)
      let known = last.withLock { $0 }
      #expect(try known == store.head().seq)
    }
  }
}
