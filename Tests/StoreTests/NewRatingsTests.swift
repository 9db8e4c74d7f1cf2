import Agreement
import Domain
import Ledger
import Store
import Testing

/// Ratings that come in after a ruling bring its unit back, where they change what was voted.
@Suite struct NewRatingsTests {
  private let x = Outcome.value(.label(LabelID("x")))
  private let y = Outcome.value(.label(LabelID("y")))

  /// Three units on which `a` says x and `b` says y, the first two ruled x, by positions.
  private func ruled(
    _ configurations: [String: ProjectConfiguration] = [:], begin configuration: String? = nil
  ) throws -> (TestProject, ProjectIndex, [Int]) {
    let project = try TestProject(configurations: configurations)
    try project.begin(configuration: configuration)
    let index = try project.open()
    try index.catchUp()
    try project.importBatch(Self.first, into: index)
    let seqs = try ["i0", "i1"].map { try project.append(decision(unit($0), x)).seq }
    try index.catchUp()
    return (project, index, seqs)
  }

  private static let first = numbered(
    ["i0", "i1", "i2"].flatMap { [rating($0, "a", "x"), rating($0, "b", "y")] })

  private func row(_ index: ProjectIndex, _ item: String) throws -> QueueRow {
    try #require(try index.row(unit(item), now: TestProject.genesisTime))
  }

  /// The tables equal those made anew from log and batches.
  private func expectRebuilt(_ index: ProjectIndex, _ project: TestProject) throws {
    let fresh = try project.open("fresh-\(project.operations).sqlite")
    try fresh.rebuild()
    #expect(try index.dump() == fresh.dump())
  }

  @Test func `a vote that is added, changed or gone puts the ruling in doubt, and is counted`()
    throws
  {
    let (project, index, seqs) = try ruled()
    let counts = try project.importBatch(
      numbered([
        rating("i0", "c", "y"), rating("i0", "b", "x"), rating("i1", "d", "x"),
        rating("i2", "c", "y"),
      ]), into: index)
    #expect(counts.rulingsDoubted == 2)
    #expect(try row(index, "i0").status == .doubted)
    #expect(try row(index, "i0").doubt == .ratings(batch: 2))
    #expect(try row(index, "i0").newRatings == [NewRatings(batch: 2, votes: 2)])
    #expect(try row(index, "i0").standing?.outcome == x)
    #expect(try row(index, "i1").newRatings == [NewRatings(batch: 2, votes: 1)])
    #expect(try row(index, "i2").doubt == nil)
    let dossier = try #require(try index.dossier(ItemID("i0"), now: project.clock)?.units.first)
    #expect(dossier.doubt?.cause == .ratings(batch: 2))
    #expect(dossier.doubt?.seq == seqs[0])
    #expect(dossier.doubt?.isKeepable == true)
    #expect(dossier.facts.doubt == .ratings(batch: 2))
    #expect(dossier.facts.newestBatch == 2)

    // What is gone is gone in an import of everything.
    try project.importBatch(
      numbered([rating("i1", "a", "x"), rating("i1", "b", "y")]),
      policy: BatchPolicy(extent: .everything), into: index)
    #expect(
      try row(index, "i1").newRatings
        == [NewRatings(batch: 2, votes: 1), NewRatings(batch: 3, votes: 1)])
    #expect(try row(index, "i1").doubt == .ratings(batch: 3))
    #expect(try index.doubtFates()[.ratings(batch: 2)]?[.waiting] == 2)
    try expectRebuilt(index, project)
  }

  @Test(arguments: [
    numbered([rating("i0", "a", "x"), rating("i0", "b", "y")]),
    [rating("i0", "a", "x", note: "why", isFlagged: true)],
    [rating("i0", "a", "x", round: "2")],
    [rating("i0", "m", "y", origin: .model)], [rating("i0", "g", "y", origin: .gold)],
    [rating("i0", "t", "y", origin: .trial)], [rating("i0", "c", "y", question: "tone")],
    [item("i0", "another text")], [rating("i2", "c", "y")],
  ])
  func `what changes no vote of the unit brings nothing back`(records: [BatchRecord]) throws {
    let (project, index, _) = try ruled()
    let counts = try project.importBatch(records, into: index)
    #expect(counts.rulingsDoubted == 0)
    #expect(try row(index, "i0").status == .ruled)
    #expect(try row(index, "i0").newRatings.isEmpty)
    #expect(try index.doubtFates().isEmpty)
    try expectRebuilt(index, project)
  }

  @Test func `abstaining takes a vote away`() throws {
    let (project, index, _) = try ruled()
    let declined = Rating(unit: unit("i0"), annotator: AnnotatorID("b"), value: .abstained)
    try project.importBatch([.rating(declined, ordinal: 0)], into: index)
    #expect(try row(index, "i0").newRatings == [NewRatings(batch: 2, votes: 1)])
  }

  @Test func `it is kept or overruled once, and comes back with the next change only`() throws {
    let (project, index, seqs) = try ruled()
    let more = numbered([rating("i0", "c", "y"), rating("i1", "c", "y")])
    try project.importBatch(more, into: index)
    let kept = try project.append(decision(unit("i0"), x, base: seqs[0], batch: 2))
    try project.append(decision(unit("i1"), y, base: seqs[1], batch: 2))
    try index.catchUp()
    let fates = try #require(try index.doubtFates()[.ratings(batch: 2)])
    #expect([fates[.kept], fates[.overruled], fates[.waiting]] == [1, 1, 0])
    #expect(try row(index, "i0").status == .ruled)
    #expect(try row(index, "i0").newRatings.isEmpty)

    try project.importBatch(more, into: index)
    #expect(try row(index, "i0").status == .ruled)
    try project.importBatch([rating("i0", "c", "x")], into: index)
    #expect(try row(index, "i0").doubt == .ratings(batch: 4))
    #expect(try row(index, "i1").status == .ruled)
    let dossier = try index.dossier(ItemID("i0"), now: project.clock)?.units.first
    #expect(dossier?.doubt?.seq == kept.seq)
    #expect(project.state().doubts.isEmpty)
    try expectRebuilt(index, project)
  }

  @Test func `what does not stand is not in doubt`() throws {
    let (project, index, seqs) = try ruled()
    let seat = SeatID(unit: unit("i0"), seat: .main)
    try project.append(.reopen(Withdrawal(seatID: seat, base: seqs[0])))
    try project.append(decision(unit("i2"), .escalated))
    try index.catchUp()
    try project.importBatch(
      numbered([rating("i0", "c", "y"), rating("i2", "c", "y")]), into: index)
    #expect(try row(index, "i0").doubt == nil)
    #expect(try row(index, "i2").doubt == nil)
    #expect(try row(index, "i2").status == .escalated)
    #expect(try index.doubtFates().isEmpty)
  }

  @Test func `limits find it by its status and by its cause`() throws {
    let (project, index, _) = try ruled()
    try project.importBatch([rating("i0", "c", "y")], into: index)
    func found(_ limit: String) throws -> [String] {
      let query = QueueQuery(limit: try LimitParser.parse(limit), now: project.clock)
      return try index.page(query, offset: 0, count: 9).rows.map(\.unit.item.text).sorted()
    }
    #expect(try found("status:doubted") == ["i0"])
    #expect(try found("doubt:ratings") == ["i0"])
    #expect(try found("doubt:*") == ["i0"])
    #expect(try found("doubt:version").isEmpty)
    #expect(try found("doubt:migration").isEmpty)
    #expect(try found("-doubt:*") == ["i2"])
  }

  @Test(arguments: [true, false])
  func `a version is told before new ratings, and both are counted`(versionFirst: Bool) throws {
    let (project, index, seqs) = try ruled()
    let clause = ClauseID("R-0001")
    func publish() throws {
      let text = ClauseText(title: "t", labels: [LabelID("x")], statement: "s")
      let drafted = try project.append(.clause(ClauseChange(id: clause, base: -1, text: text)))
      try project.append(
        .publish(
          Publication(
            version: 1, digest: .sha256(of: "1"),
            changes: [PublishedChange(part: .clause(clause), seq: drafted.seq, kind: .semantic)],
            inDoubt: [seqs[0]])))
      try index.catchUp()
    }
    if versionFirst { try publish() }
    try project.importBatch([rating("i0", "c", "y")], into: index)
    if !versionFirst { try publish() }
    #expect(try row(index, "i0").doubt == .version(1))
    #expect(try row(index, "i0").newRatings == [NewRatings(batch: 2, votes: 1)])
    #expect(try index.guideline().versions.map(\.publication.inDoubt) == [[seqs[0]]])
    let fates = try index.doubtFates()
    #expect(fates[.version(1)]?[.waiting] == 1)
    #expect(fates[.ratings(batch: 2)]?[.waiting] == 1)
    try project.append(decision(unit("i0"), x, base: seqs[0], batch: 2))
    try index.catchUp()
    #expect(try index.doubtFates()[.version(1)]?[.kept] == 1)
    #expect(try index.doubtFates()[.ratings(batch: 2)]?[.kept] == 1)
    #expect(try row(index, "i0").status == .ruled)
    try expectRebuilt(index, project)
  }

  @Test func `one place for another in an import of everything is no change`() throws {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    try project.importBatch(numbered([rating("i", nil, "x"), rating("i", "b", "y")]), into: index)
    try project.append(decision(unit("i"), x))
    try index.catchUp()
    // The vote of nobody known comes in another round, and the one before is taken away.
    try project.importBatch(
      numbered([rating("i", nil, "x", round: "2"), rating("i", "b", "y")]),
      policy: BatchPolicy(extent: .everything), into: index)
    #expect(try row(index, "i").groups.map(\.votes) == [1, 1])
    #expect(try row(index, "i").status == .ruled)
    try project.importBatch(numbered([rating("i", nil, "y", round: "2")]), into: index)
    #expect(try row(index, "i").newRatings == [NewRatings(batch: 3, votes: 1)])
    try expectRebuilt(index, project)
  }

  @Test
  func `names and labels are read with their last meaning, in tables that grew as in new ones`()
    throws
  {
    var plain = ProjectConfiguration(name: "plain")
    plain.labels = ["x", "y", "z"].map { LabelDefinition(id: LabelID($0)) }
    var aliased = plain
    aliased.aliases = [AnnotatorAlias(written: AnnotatorID("Ann"), alias: AnnotatorID("a"))]
    var merged = aliased
    merged.labels = ["x", "w"].map { LabelDefinition(id: LabelID($0)) }
    let (project, index, _) = try ruled(
      ["plain": plain, "aliased": aliased, "merged": merged], begin: "plain")
    try project.importBatch(
      numbered([rating("i0", "Ann", "x"), rating("i1", "b", "z")]), into: index)
    #expect(try row(index, "i0").doubt == .ratings(batch: 2))
    #expect(try row(index, "i1").doubt == .ratings(batch: 2))
    // Ann is the one who had said so before.
    try project.configure("aliased")
    try index.catchUp()
    #expect(try row(index, "i0").status == .ruled)
    #expect(try row(index, "i1").status == .doubted)
    // y and z are one, and nothing else was said.
    let mapping = LabelMapping([
      LabelRule(from: [LabelID("y"), LabelID("z")], to: [LabelID("w")])
    ])
    try project.append(
      .migrate(
        LabelMigration(
          mapping: mapping,
          settings: ConfigurationChange(text: "merged", digest: .sha256(of: "merged")),
          batch: 2, inDoubt: [])))
    try index.catchUp()
    #expect(try row(index, "i1").status == .ruled)
    #expect(try index.doubtFates().isEmpty)
    try expectRebuilt(index, project)
    // What comes in after the border is held against what was read through it.
    try project.importBatch([rating("i1", "b", "w")], into: index)
    #expect(try row(index, "i1").status == .ruled)
    try project.importBatch([rating("i1", "b", "x")], into: index)
    #expect(try row(index, "i1").doubt == .ratings(batch: 4))
    try expectRebuilt(index, project)
  }

  @Test func `a label that is gone stays the reason, whatever is rated later`() throws {
    var plain = ProjectConfiguration(name: "plain")
    plain.labels = ["x", "y"].map { LabelDefinition(id: LabelID($0)) }
    var retired = plain
    retired.labels = [LabelDefinition(id: LabelID("y"))]
    let (project, index, seqs) = try ruled(
      ["plain": plain, "retired": retired], begin: "plain")
    try project.importBatch([rating("i1", "b", "x")], into: index)
    let event = try project.append(
      .migrate(
        LabelMigration(
          mapping: LabelMapping([LabelRule(from: [LabelID("x")], to: [])]),
          settings: ConfigurationChange(text: "retired", digest: .sha256(of: "retired")),
          batch: 2, inDoubt: seqs)))
    try index.catchUp()
    try project.importBatch([rating("i0", "c", "y")], into: index)
    for item in ["i0", "i1"] {
      #expect(try row(index, item).doubt == .migration(seq: event.seq))
    }
    #expect(try row(index, "i0").newRatings == [NewRatings(batch: 3, votes: 1)])
    #expect(try row(index, "i1").newRatings == [NewRatings(batch: 2, votes: 1)])
    try expectRebuilt(index, project)
  }
}
