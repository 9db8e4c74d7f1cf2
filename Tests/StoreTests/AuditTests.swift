import Domain
import Ledger
import Store
import Testing

/// Units that an audit drew wait in the queue, wherever they stand, until somebody rules on them.
@Suite struct AuditTests {
  private static let x = Value.label(LabelID("x"))

  /// Eight items: the first four contested, more and more so, two unanimous, two rated once.
  private func project() throws -> (TestProject, ProjectIndex) {
    let project = try TestProject(configurations: ["after": ProjectConfiguration(name: "after")])
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    var records: [BatchRecord] = []
    for number in 0..<8 {
      let people = number < 6 ? ["a", "b", "c"] : ["a1"]
      for (place, name) in people.enumerated() {
        let label = number < 4 && place == 0 ? "y\(number)" : "x"
        records.append(rating("i\(number)", name, label))
      }
    }
    try project.importBatch(numbered(records), into: index)
    return (project, index)
  }

  @discardableResult
  private func draw(
    _ items: [String], in project: TestProject, _ index: ProjectIndex
  ) throws -> Int {
    let event = try project.append(
      .audit(
        AuditDraw(
          size: items.count, seed: 5, ruled: 0, open: 8, batch: project.batchCount,
          drawn: items.map {
            ReleasedValue(unit: unit($0), value: Self.x, source: .majority)
          })))
    try index.catchUp()
    return event.seq
  }

  private func rows(
    _ index: ProjectIndex, _ order: QueueOrder = .policy(.gain), viewer: MemberID? = nil,
    limit: String = ""
  ) throws -> [QueueRow] {
    let query = QueueQuery(
      limit: try LimitParser.parse(limit), order: order, viewer: viewer,
      now: TestProject.genesisTime)
    let page = try index.page(query, offset: 0, count: 100)
    #expect(page.total == page.rows.count)
    #expect(try index.handles(query) == page.rows.map(\.handle))
    #expect(try index.next(query, skipping: [])?.unit == page.rows.first { $0.isQueued }?.unit)
    return page.rows
  }

  private func names(_ rows: [QueueRow]) -> [String] {
    rows.map(\.unit.item.text)
  }

  @Test(arguments: [QueuePolicy.gain, .lowestAgreement, .oldest, .stratified])
  func `they come first, in the order of the draw`(policy: QueuePolicy) throws {
    let (project, index) = try project()
    let before = try names(rows(index, .policy(policy)))
    #expect(before.count == 4)
    try draw(["i5", "i2", "i7"], in: project, index)
    let after = try names(rows(index, .policy(policy)))
    #expect(after == ["i5", "i2", "i7"] + before.filter { $0 != "i2" })
    #expect(try index.summary(now: project.clock).open == 6)
    // Who rated an item does not rule on it: not for an audit either.
    let own = try rows(index, .policy(policy), viewer: MemberID("self"))
    #expect(Array(names(own).prefix(2)) == ["i5", "i2"])
    #expect(own.count == 5)
  }

  @Test func `what tells of their release is not there`() throws {
    let (project, index) = try project()
    let seq = try draw(["i2", "i5"], in: project, index)
    let drawn = try rows(index).prefix(2)
    #expect(drawn.allSatisfy { $0.isDrawn && $0.wrong == 0 && $0.gain == 0 })
    #expect(drawn.map(\.status) == [.open, .agreed])
    let unit = try index.dossier(ItemID("i2"), now: project.clock)?.units.first
    #expect(unit?.rank == nil)
    #expect(unit?.facts.audit == seq)
    #expect(unit?.history.isEmpty == true)
    #expect(try index.facts(StoreTests.unit("i0"))?.audit == nil)
    // Those that it did not draw have their places behind it.
    let others = try rows(index).dropFirst(2).map(\.unit.item)
    #expect(
      try others.map { try index.dossier($0, now: project.clock)?.units.first?.rank } == [3, 4, 5])
    #expect(try names(rows(index, limit: "gain>=0")) == others.map(\.text))
    #expect(try names(rows(index, limit: "audit:*")) == ["i2", "i5"])
    #expect(try names(rows(index, limit: "-audit:*")) == others.map(\.text))
  }

  @Test func `what would go out is as before`() throws {
    let (project, index) = try project()
    let before = try index.releaseFigures(now: project.clock)
    try draw(["i2", "i5", "i6"], in: project, index)
    var after = try index.releaseFigures(now: project.clock)
    after.head = before.head
    #expect(after == before)
  }

  @Test func `a ruling takes it out, and what undoes the ruling brings it back`() throws {
    let (project, index) = try project()
    try draw(["i5", "i2"], in: project, index)
    let seat = SeatID(unit: unit("i5"), seat: .main)
    let ruling = try project.append(decision(unit("i5"), .value(Self.x))).seq
    try index.catchUp()
    #expect(try names(rows(index)).first == "i2")
    #expect(try index.facts(unit("i5"))?.audit == nil)
    let back = try project.append(.withdraw(Withdrawal(seatID: seat, base: ruling))).seq
    try index.catchUp()
    #expect(try names(rows(index)).first == "i5")
    let again = try project.append(decision(unit("i5"), .escalated, base: back)).seq
    try index.catchUp()
    #expect(try names(rows(index, viewer: MemberID("adj"))).first == "i2")
    #expect(try names(rows(index, viewer: MemberID("lead"))).first == "i5")
    let settled = try project.append(decision(unit("i5"), .noneOfThese, base: again)).seq
    try project.append(.reopen(Withdrawal(seatID: seat, base: settled)))
    try index.catchUp()
    #expect(try names(rows(index)).first == "i5")
    #expect(try index.audit()?.units.map(\.isRight) == [nil, nil])
  }

  @Test func `a second seat settles nothing of it`() throws {
    let (project, index) = try project()
    try draw(["i5"], in: project, index)
    for seat in [Seat.second, .repeat, .audit] {
      try project.append(decision(unit("i5"), .value(Self.x), seat: seat))
    }
    try index.catchUp()
    #expect(try names(rows(index)).first == "i5")
    #expect(try index.audit()?.units.first?.standing == nil)
  }

  @Test func `a new draw takes the place of the one before`() throws {
    let (project, index) = try project()
    let first = try draw(["i5", "i2"], in: project, index)
    let second = try draw(["i4"], in: project, index)
    #expect(try names(rows(index, limit: "audit:*")) == ["i4"])
    #expect(try rows(index).count == 5)
    let progress = try #require(try index.audit())
    #expect(progress.audit.seq == second)
    #expect(progress.earlier == [first])
    #expect(progress.audit == project.state().audit)
  }

  @Test func `right is what the ruling says, wherever it was made, and what came since is told`()
    throws
  {
    let (project, index) = try project()
    try draw(["i5", "i2", "i7", "i4"], in: project, index)
    try project.append(decision(unit("i5"), .value(Self.x)))
    try project.append(decision(unit("i2"), .value(.label(LabelID("y2")))))
    try project.append(decision(unit("i7"), .notAnnotatable))
    try project.append(decision(unit("i0"), .value(Self.x)))
    try index.catchUp()
    try project.importBatch([rating("i9", "a", "x")], into: index)
    let progress = try #require(try index.audit())
    #expect(progress.units.map(\.isRight) == [true, false, false, nil])
    #expect(progress.rulingsSince == 1)
    #expect(progress.batchesSince == 1)
    #expect(progress.units.map(\.label.unit) == ["i5", "i2", "i7", "i4"].map { unit($0) })
    let facts = try index.auditFacts([unit("i5"), unit("i4"), unit("i0"), unit("none")])
    #expect(facts.ruled == [unit("i5"), unit("i0")])
    #expect(facts.batch == 2)
  }

  @Test func `what was drawn reads through the migrations that follow`() throws {
    let (project, index) = try project()
    try draw(["i5", "i4"], in: project, index)
    try project.append(decision(unit("i5"), .value(Self.x)))
    try index.catchUp()
    let text = "after"
    try project.append(
      .migrate(
        LabelMigration(
          mapping: LabelMapping([LabelRule(from: [LabelID("x")], to: [LabelID("z")])]),
          settings: ConfigurationChange(text: text, digest: .sha256(of: text)),
          batch: 1, inDoubt: [])))
    try index.rebuild()
    try project.append(decision(unit("i4"), .value(.label(LabelID("z")))))
    try index.catchUp()
    let units = try #require(try index.audit()).units
    #expect(units.map(\.isRight) == [true, true])
    #expect(units.map(\.value) == [.label(LabelID("z")), .label(LabelID("z"))])
    #expect(units.map(\.label.value) == [Self.x, Self.x])
    #expect(try index.auditFacts([]).migrations == 1)
  }
}
