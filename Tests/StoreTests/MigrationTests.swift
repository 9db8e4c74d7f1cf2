import Domain
import Ledger
import Store
import Testing

/// What was said before labels changed is read through the mapping, and never rewritten.
@Suite struct MigrationTests {
  private static func label(_ name: String) -> Outcome { .value(.label(LabelID(name))) }

  private static let configurations: [String: ProjectConfiguration] = Dictionary(
    uniqueKeysWithValues: ["a b c d", "anger b c d", "a e d", "a b c p q", "a b c", "x b c d"].map {
      (
        $0,
        ProjectConfiguration(
          name: $0, labels: $0.split(separator: " ").map { LabelDefinition(id: LabelID("\($0)")) })
      )
    })

  /// Four units: a against b, b against c, d by both, a by both; three rulings, one mark of gold.
  private func ruled() throws -> (TestProject, ProjectIndex, [Int]) {
    let project = try TestProject(configurations: Self.configurations)
    try project.begin(configuration: "a b c d")
    let index = try project.open()
    try index.catchUp()
    var records: [BatchRecord] = []
    for (number, labels) in [("a", "b"), ("b", "c"), ("d", "d"), ("a", "a")].enumerated() {
      records.append(rating("i\(number)", "r1", labels.0, ordinal: 2 * number))
      records.append(rating("i\(number)", "r2", labels.1, ordinal: 2 * number + 1))
    }
    try project.importBatch(records, into: index)
    var seqs: [Int] = []
    for (number, name) in ["a", "b", "d"].enumerated() {
      seqs.append(try project.append(decision(unit("i\(number)"), Self.label(name))).seq)
    }
    try project.append(
      .gold(
        GoldChange(marking: unit("i2"), base: -1, as: GoldMark(outcome: Self.label("d")))))
    try index.catchUp()
    return (project, index, seqs)
  }

  private func migrate(
    _ project: TestProject, _ index: ProjectIndex, _ rules: (String, String)..., to text: String
  ) throws -> Event {
    let mapping = LabelMapping(
      rules.map { from, to in
        LabelRule(
          from: from.split(separator: " ").map { LabelID("\($0)") },
          to: to.split(separator: " ").map { LabelID("\($0)") })
      })
    #expect(mapping.shapeProblem == nil)
    let facts = try index.migrationFacts(mapping)
    let event = try project.append(
      .migrate(
        LabelMigration(
          mapping: mapping,
          settings: ConfigurationChange(text: text, digest: .sha256(of: text)),
          batch: facts.batch, inDoubt: facts.ended)))
    try index.catchUp()
    return event
  }

  private func row(_ index: ProjectIndex, _ item: String) throws -> QueueRow {
    try #require(try index.row(unit(item), now: TestProject.genesisTime))
  }

  @Test func `a renamed label counts on, and a ruling on it stands`() throws {
    let (project, index, _) = try ruled()
    _ = try migrate(project, index, ("a", "anger"), to: "anger b c d")
    let anger = Value.label(LabelID("anger"))
    #expect(try row(index, "i0").groups.contains { $0.value == anger })
    #expect(try row(index, "i0").status == .ruled)
    #expect(try row(index, "i0").standing?.outcome == .value(anger))
    #expect(try row(index, "i3").status == .agreed)
    let found = try index.dossier(ItemID("i0"), now: project.clock)?.units.first?.ratings ?? []
    #expect(found.map(\.rating.value) == [anger, .label(LabelID("b"))])
    #expect(found.map(\.given) == [.label(LabelID("a")), nil])
    guard case .decision(let decision)? = project.log.read(from: 6, limit: 1).first?.body else {
      Issue.record("no ruling stands there")
      return
    }
    #expect(decision.outcome == Self.label("a"))
  }

  @Test func `labels that are merged end the contests between them`() throws {
    let (project, index, seqs) = try ruled()
    try project.append(
      .withdraw(Withdrawal(seatID: SeatID(unit: unit("i1"), seat: .main), base: seqs[1])))
    try index.catchUp()
    #expect(try row(index, "i1").status == .open)
    _ = try migrate(project, index, ("b c", "e"), to: "a e d")
    #expect(try row(index, "i1").status == .agreed)
    #expect(try row(index, "i1").leads == .label(LabelID("e")))
    #expect(try row(index, "i0").status == .ruled)
  }

  @Test func `what a split leaves without meaning is no vote, and its rulings come back`() throws {
    let (project, index, seqs) = try ruled()
    let mapping = LabelMapping([LabelRule(from: [LabelID("d")], to: [LabelID("p"), LabelID("q")])])
    #expect(try index.migrationFacts(mapping).ended == [seqs[2]])
    let event = try migrate(project, index, ("d", "p q"), to: "a b c p q")
    let row = try row(index, "i2")
    #expect(row.status == .doubted)
    #expect(row.doubt == .migration(seq: event.seq))
    #expect(row.groups.isEmpty)
    #expect(row.standing?.outcome == Self.label("d"))
    let dossier = try #require(try index.dossier(ItemID("i2"), now: project.clock)?.units.first)
    #expect(dossier.doubt?.isKeepable == false)
    #expect(dossier.ratings.allSatisfy { $0.isEnded && $0.given == .label(LabelID("d")) })
    #expect(dossier.facts.isGold == false)
    #expect(try index.goldUnits().isEmpty)
    #expect(try index.endedRatings() == 2)
    #expect(try index.sums(.label)?.labels.contains("d") == false)
    var released: [ItemID: Outcome?] = [:]
    try index.visitUnits { unit in
      released[unit.item.id] = .some(unit.outcome)
      return true
    }
    #expect(released[ItemID("i2")] == .some(nil))
    #expect(released[ItemID("i0")] == Self.label("a"))

    try project.append(decision(unit("i2"), Self.label("p"), base: seqs[2]))
    try index.catchUp()
    #expect(try self.row(index, "i2").status == .ruled)
    let fates = try #require(try index.doubtFates()[.migration(seq: event.seq)])
    #expect(fates[.overruled] == 1 && fates[.waiting] == 0)
  }

  @Test func `a unit that a migration leaves fewer than two votes waits for a ruling`() throws {
    let (project, index, _) = try ruled()
    try project.importBatch(
      [
        rating("j0", "r1", "d"), rating("j0", "r2", "d", ordinal: 1),
        rating("j1", "r1", "d", ordinal: 2), rating("j1", "r2", "b", ordinal: 3),
        rating("j2", "r1", "b", ordinal: 4),
      ], into: index)
    #expect(try row(index, "j0").status == .agreed)
    _ = try migrate(project, index, ("d", ""), to: "a b c")
    #expect(try row(index, "j0").status == .open)
    #expect(try row(index, "j1").status == .open)
    #expect(try row(index, "j2").status == .single)
    // Somebody who was asked again, and another, settle it.
    try project.importBatch(
      [rating("j1", "r2", "b"), rating("j1", "r3", "b", ordinal: 1)], into: index)
    #expect(try row(index, "j1").status == .agreed)
  }

  @Test func `ratings from both sides of the border are counted, and a new one has the new labels`()
    throws
  {
    let (project, index, _) = try ruled()
    let event = try migrate(project, index, ("a", "anger"), to: "anger b c d")
    #expect(try index.borderFigures() == [BorderFigures(seq: event.seq, mixed: 0)])
    try project.importBatch(
      [rating("i0", "r3", "anger"), rating("i3", "r3", "a", ordinal: 1)], into: index)
    #expect(try index.borderFigures() == [BorderFigures(seq: event.seq, mixed: 2)])
    // After the border the old name is a label that nobody declared.
    #expect(try row(index, "i3").groups.map(\.value) == ["anger", "a"].map { .label(LabelID($0)) })
    #expect(try row(index, "i0").groups.map(\.votes) == [2, 1])
  }

  @Test func `there and back by renames is where it began`() throws {
    let (project, index, _) = try ruled()
    let before = try Self.beside(index)
    _ = try migrate(project, index, ("a", "x"), to: "x b c d")
    #expect(try Self.beside(index) != before)
    _ = try migrate(project, index, ("x", "a"), to: "a b c d")
    #expect(try Self.beside(index) == before)
  }

  @Test func `names that are swapped at once mean each other's`() throws {
    let (project, index, _) = try ruled()
    _ = try migrate(project, index, ("a", "b"), ("b", "a"), to: "a b c d")
    #expect(try row(index, "i0").standing?.outcome == Self.label("b"))
    #expect(try row(index, "i1").standing?.outcome == Self.label("a"))
    #expect(try row(index, "i3").leads == .label(LabelID("b")))
  }

  @Test func `the queue after is foretold without being touched`() throws {
    let (project, index, seqs) = try ruled()
    let mapping = LabelMapping([LabelRule(from: [LabelID("d")], to: [])])
    let dump = try index.dump()
    let outlook = try index.outlook(
      LabelMigration(
        mapping: mapping,
        settings: ConfigurationChange(text: "a b c", digest: .sha256(of: "a b c")), batch: 1,
        inDoubt: [seqs[2]]), by: MemberID("lead"), at: project.clock)
    #expect([outlook.before, outlook.after, outlook.entering, outlook.leaving] == [0, 1, 1, 0])
    #expect(try index.dump() == dump)
    _ = try migrate(project, index, ("d", ""), to: "a b c")
    #expect(try index.summary(now: project.clock).statuses[.doubted] == 1)
  }

  @Test func `uses of values are those of ratings, rulings and gold`() throws {
    let (_, index, _) = try ruled()
    let uses = Dictionary(
      uniqueKeysWithValues: try index.valueUses().map { ($0.value, $0) })
    let d = try #require(uses[.label(LabelID("d"))])
    #expect([d.ratings, d.rulings, d.gold] == [2, 1, 1])
    #expect(uses[.label(LabelID("a"))]?.ratings == 3)
  }

  /// The tables without what only says how far the log went.
  private static func beside(_ index: ProjectIndex) throws -> [Substring] {
    try index.dump().split(separator: "\n").filter { line in
      !["\"meta\"\t\"seq\"", "\"meta\"\t\"hash\"", "\"operation\"", "\"migration\""].contains {
        line.hasPrefix($0)
      }
    }
  }
}
