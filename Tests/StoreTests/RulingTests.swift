import Domain
import Store
import Testing

@Suite struct RulingTests {
  private func project(items: Int) throws -> (TestProject, ProjectIndex) {
    let project = try TestProject(configurations: RandomHistory.configurations)
    try project.begin(configuration: "tiers")
    let index = try project.open()
    try index.catchUp()
    var records: [BatchRecord] = []
    for number in 0..<items {
      let labels = number.isMultiple(of: 3) ? ["car", "van"] : ["car", "bus"]
      records.append(rating("i\(number)", "a1", labels[0]))
      records.append(rating("i\(number)", "a2", labels[1]))
    }
    try project.importBatch(numbered(records), into: index)
    return (project, index)
  }

  @Test func `counts are right after five hundred rulings with undo`() throws {
    let (project, index) = try project(items: 40)
    var order = SeededOrder(seed: 3)
    var days: [Int: Int] = [:]
    var standing: [UnitID: Event] = [:]
    for _ in 0..<500 {
      let unit = unit("i\(order.next(below: 40))")
      let seat = SeatID(unit: unit, seat: .main)
      let event: Event
      if let ruling = standing[unit] {
        event = try project.append(
          .withdraw(Withdrawal(seatID: seat, base: ruling.seq)), after: 3600)
        standing[unit] = nil
      } else {
        event = try project.append(decision(unit, .ambiguous), after: 3600)
        standing[unit] = event
      }
      try index.apply([event])
    }
    let now = project.clock
    let summary = try index.summary(now: now)
    #expect(summary.statuses[.ruled, default: 0] == standing.count)
    #expect(summary.open == 40 - standing.count)
    let today = now.days(since: Instant(milliseconds: 0))
    for event in standing.values {
      days[event.draft.at.days(since: Instant(milliseconds: 0)), default: 0] += 1
    }
    for (offset, count) in summary.settledByDay.reversed().enumerated() {
      #expect(days[today - offset, default: 0] == count)
    }
    #expect(summary.settledByDay.reduce(0, +) == standing.count)
    let open = try index.page(QueueQuery(now: now), offset: 0, count: 100)
    #expect(Set(open.rows.map(\.unit)).isDisjoint(with: standing.keys))
    #expect(open.total == summary.open)
    #expect(summary.tiers.map(\.open).reduce(0, +) == summary.open)
    let fresh = try project.open("fresh.sqlite")
    try fresh.catchUp()
    #expect(try fresh.dump() == index.dump())
  }

  @Test func `tiers, dates and what is overdue`() throws {
    let (project, index) = try project(items: 6)
    let page = try index.page(QueueQuery(order: .due, now: project.clock), offset: 0, count: 9)
    #expect(page.rows.map { $0.tier?.text } == ["high", "high", "low", "low", "low", "low"])
    let since = page.rows[0].since
    #expect(page.rows[0].due == since.advanced(days: 2))
    #expect(page.rows[5].due == since.advanced(days: 9))
    let later = since.advanced(days: 3)
    let summary = try index.summary(now: later)
    #expect(summary.overdue == 2)
    #expect(
      summary.tiers == [
        TierCount(tier: TierID("high"), open: 2, overdue: 2),
        TierCount(tier: TierID("low"), open: 4, overdue: 0),
      ])
    #expect(try index.page(QueueQuery(now: later), offset: 0, count: 1).overdue == 2)
  }

  @Test func `standings follow decisions, seats, undo and reopening`() throws {
    let (project, index) = try project(items: 2)
    let seat = SeatID(unit: unit("i0"), seat: .main)
    func apply(_ body: EventBody) throws -> UnitStatus? {
      try index.apply([try project.append(body)])
      return try index.dossier(ItemID("i0"), now: project.clock)?.units.first?.row.status
    }
    let van = Outcome.value(.label(LabelID("van")))
    #expect(try apply(decision(unit("i0"), .escalated)) == .escalated)
    #expect(try apply(decision(unit("i0"), van)) == .ruled)
    #expect(try apply(decision(unit("i0"), van, seat: .second)) == .ruled)
    #expect(try apply(decision(unit("i0"), .ambiguous, seat: .second)) == .escalated)
    #expect(try apply(decision(unit("i0"), .ambiguous, seat: .audit)) == .escalated)
    #expect(try apply(.reopen(Withdrawal(seatID: seat, base: 0))) == .open)
    #expect(try index.facts(unit("i0"))?.seats == project.state().seats.seats(of: unit("i0")))
  }

  @Test func `a reopened unit is open even where all agree`() throws {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    try project.importBatch(
      numbered([rating("i", "a", "x"), rating("i", "b", "x")]), into: index)
    let ruling = try project.append(decision(unit("i"), .ambiguous))
    try index.apply([ruling])
    let seat = SeatID(unit: unit("i"), seat: .main)
    try index.apply([try project.append(.reopen(Withdrawal(seatID: seat, base: ruling.seq)))])
    #expect(
      try index.summary(now: project.clock).statuses
        == [.open: 1, .agreed: 0].filter { $0.value > 0 })
  }

  @Test func `a flag puts a unit into the queue, and lowered takes it out`() throws {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    try project.importBatch(
      numbered([
        rating("i", "a", "x"), rating("i", "b", "x"), rating("j", "a", "x", isFlagged: true),
      ]), into: index)
    let query = QueueQuery(order: .item, now: project.clock)
    func open() throws -> [UnitID] {
      try index.page(query, offset: 0, count: 9).rows.map(\.unit)
    }
    #expect(try open() == [unit("j")])
    try index.apply([try project.append(.flag(Remark(unit: unit("i"), text: "odd")))])
    #expect(try open() == [unit("i"), unit("j")])
    let lowered = [unit("i"), unit("j")].map { Remark(unit: $0, text: "", isRaised: false) }
    for remark in lowered { try index.apply([try project.append(.flag(remark))]) }
    #expect(try open() == [])
  }

  @Test func `a dossier tells the unit's story and its precedents`() throws {
    let (project, index) = try project(items: 9)
    let van = Outcome.value(.label(LabelID("van")))
    let earlier = try project.append(decision(unit("i3"), van))
    let later = try project.append(decision(unit("i6"), .ambiguous))
    let other = try project.append(decision(unit("i1"), .ambiguous))
    let comment = try project.append(.comment(Remark(unit: unit("i0"), text: "see i3")))
    try index.apply([earlier, later, other, comment])
    let dossier = try #require(try index.dossier(ItemID("i0"), now: project.clock))
    let found = try #require(dossier.unit(.label))
    #expect(found.history == [comment])
    #expect(found.precedents.map(\.seq) == [later.seq, earlier.seq])
    #expect(found.precedents.map(\.outcome) == [.ambiguous, van])
    #expect(try index.dossier(ItemID("none"), now: project.clock) == nil)
    #expect(try index.position(of: later.draft.operation) == later.seq)
  }

  @Test func `an export walks units by name and hands out the ruling that stands`() throws {
    let (project, index) = try project(items: 12)
    let ruling = try project.append(decision(unit("i5"), .ambiguous))
    try index.apply([ruling])
    var units: [SettledUnit] = []
    try index.visitUnits { unit in
      units.append(unit)
      return units.count < 12
    }
    #expect(units.map(\.row.unit) == (0..<12).map { unit("i\($0)") }.sorted())
    #expect(units.compactMap(\.decision) == [ruling])
    var seen = 0
    try index.visitUnits { _ in
      seen += 1
      return seen < 3
    }
    #expect(seen == 3)
  }
}

extension [SeatID: SeatStanding] {
  func seats(of unit: UnitID) -> [Seat: SeatStanding] {
    var seats: [Seat: SeatStanding] = [:]
    for (id, standing) in self where id.unit == unit { seats[id.seat] = standing }
    return seats
  }
}
