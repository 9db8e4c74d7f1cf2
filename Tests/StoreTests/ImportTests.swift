import Agreement
import Domain
import Store
import Testing

@Suite struct ImportTests {
  private func index(_ project: TestProject) throws -> ProjectIndex {
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    return index
  }

  private func row(_ name: String, _ index: ProjectIndex) throws -> QueueRow? {
    try index.dossier(ItemID(name), now: TestProject.genesisTime)?.units.first?.row
  }

  @Test func `the first import counts everything as new`() throws {
    let project = try TestProject()
    let index = try index(project)
    let counts = try project.importBatch(
      [item("i", "text"), item("j", "text")]
        + numbered([rating("i", "a", "x"), rating("i", "b", "y"), rating("j", "a", "x")]),
      into: index)
    var expected = ImportCounts()
    expected.itemsNew = 2
    expected.ratingsNew = 3
    #expect(counts == expected)
    let summary = try index.summary(now: project.clock)
    #expect(summary.items == 2)
    #expect(summary.units == 2)
    #expect(summary.ratings == 3)
    #expect(summary.annotators == 2)
    #expect(summary.batches == 1)
    #expect(summary.statuses == [.open: 1, .single: 1])
  }

  @Test func `a later export of the same task adds what is new and says what changed`() throws {
    let project = try TestProject()
    let index = try index(project)
    let first = [item("i", "text")] + numbered([rating("i", "a", "x"), rating("i", "b", "y")])
    try project.importBatch(first, into: index)
    let since = try #require(try row("i", index)).since
    #expect(try project.importBatch(first, into: index) == ImportCounts())
    // Nothing was touched, so a ruling that was being made is not in conflict.
    #expect(try index.facts(unit("i"))?.newestBatch == 1)
    #expect(try row("i", index)?.since == since)
    let counts = try project.importBatch(
      [item("i", "other text")]
        + numbered([rating("i", "a", "x"), rating("i", "b", "x"), rating("i", "c", "x")]),
      into: index)
    var expected = ImportCounts()
    expected.itemsChanged = 1
    expected.ratingsChanged = 1
    expected.ratingsNew = 1
    #expect(counts == expected)
    #expect(try row("i", index)?.groups == [VoteGroup(value: .label(LabelID("x")), votes: 3)])
    #expect(try index.facts(unit("i"))?.newestBatch == 3)
    #expect(try index.dossier(ItemID("i"), now: project.clock)?.item.payload == .text("other text"))
  }

  @Test(arguments: [RepeatPolicy.first, .last])
  func `of an annotator's repeats one counts and all are kept`(repeats: RepeatPolicy) throws {
    let project = try TestProject()
    let index = try index(project)
    try project.importBatch(
      numbered([rating("i", "a", "x"), rating("i", "a", "y"), rating("i", "a", "z")]),
      policy: BatchPolicy(repeats: repeats), into: index)
    let unit = try #require(try index.dossier(ItemID("i"), now: project.clock)?.units.first)
    let kept = repeats == .last ? "z" : "x"
    #expect(unit.row.groups == [VoteGroup(value: .label(LabelID(kept)), votes: 1)])
    #expect(unit.ratings.count == 3)
    #expect(unit.ratings.filter(\.isInForce).map(\.rating.value) == [.label(LabelID(kept))])
    #expect(unit.row.status == .single)
  }

  @Test func `the last repeat is the last by time where both have one`() throws {
    let project = try TestProject()
    let index = try index(project)
    let early = Instant(milliseconds: 1000)
    let late = Instant(milliseconds: 2000)
    try project.importBatch(
      numbered([rating("i", "a", "x", at: late), rating("i", "a", "y", at: early)]), into: index)
    #expect(try row("i", index)?.leads == .label(LabelID("x")))
  }

  @Test func `of two rounds the later one votes`() throws {
    let project = try TestProject()
    let index = try index(project)
    try project.importBatch(
      numbered([rating("i", "a", "x", round: "10"), rating("i", "a", "y", round: "9")]),
      into: index)
    let found = try #require(try row("i", index))
    #expect(found.groups == [VoteGroup(value: .label(LabelID("x")), votes: 1)])
  }

  @Test func `ratings without an annotator all count, and a new export does not double them`()
    throws
  {
    let project = try TestProject()
    let index = try index(project)
    let first = numbered([rating("i", nil, "x"), rating("i", nil, "x"), rating("i", nil, "y")])
    let counts = try project.importBatch(first, into: index)
    #expect(counts.ratingsNew == 3)
    #expect(try row("i", index)?.ratings == 3)
    let more = try project.importBatch(
      first + [rating("i", nil, "y", ordinal: 3)], into: index)
    #expect(more.ratingsNew == 1)
    #expect(more.ratingsGone == 0)
    #expect(try row("i", index)?.ratings == 4)
  }

  @Test func `models, gold and those who declined have no vote`() throws {
    let project = try TestProject()
    let index = try index(project)
    let declined = BatchRecord.rating(
      Rating(unit: unit("i"), annotator: AnnotatorID("c"), value: .abstained), ordinal: 9)
    try project.importBatch(
      numbered([
        rating("i", "a", "x"), rating("i", "b", "x"), rating("i", "m", "y", origin: .model),
        rating("i", "g", "z", origin: .gold),
      ]) + [declined], into: index)
    let unit = try #require(try index.dossier(ItemID("i"), now: project.clock)?.units.first)
    #expect(unit.row.groups == [VoteGroup(value: .label(LabelID("x")), votes: 2)])
    #expect(unit.row.agreement == 1)
    #expect(unit.row.status == .agreed)
    #expect(unit.ratings.count == 5)
    #expect(unit.facts.raters == ["a", "b", "c"].map { AnnotatorID($0) })
    #expect(unit.facts.labelsInUse == [LabelID("x")])
  }

  @Test func `an import of everything retracts what it no longer holds, of its source only`() throws
  {
    let project = try TestProject()
    let index = try index(project)
    try project.importBatch(
      [item("s:i", source: "s"), item("t:j", source: "t")]
        + numbered([
          rating("s:i", "a", "x"), rating("s:i", "b", "y"), rating("t:j", "a", "x"),
        ]), into: index)
    let counts = try project.importBatch(
      [item("s:i", source: "s")] + numbered([rating("s:i", "a", "x")]),
      policy: BatchPolicy(extent: .everything), into: index)
    #expect(counts.ratingsGone == 1)
    #expect(try row("s:i", index)?.ratings == 1)
    #expect(try row("t:j", index)?.ratings == 1)
    let entries = try index.dossier(ItemID("s:i"), now: project.clock)?.units.first?.ratings
    #expect(entries?.count == 3)
    // One who rated stays one who rated: they may not rule on it.
    #expect(try index.facts(unit("s:i"))?.raters.count == 2)
  }

  @Test func `an import never touches a ruling, but may put it in doubt`() throws {
    let project = try TestProject()
    let index = try index(project)
    try project.importBatch(
      numbered([rating("i", "a", "x"), rating("i", "b", "y")]), into: index)
    try index.apply([try project.append(decision(unit("i"), .value(.label(LabelID("y")))))])
    try project.importBatch(numbered([rating("i", "c", "x"), rating("i", "d", "x")]), into: index)
    let found = try #require(try row("i", index))
    #expect(found.status == .doubted)
    #expect(found.standing?.status == .ruled)
    #expect(found.standing?.outcome == .value(.label(LabelID("y"))))
    #expect(found.ratings == 4)
  }

  @Test func `the same file read the same way is found again`() throws {
    let project = try TestProject()
    let index = try index(project)
    try project.importBatch(numbered([rating("i", "a", "x")]), into: index)
    let digest = project.record(1).sha256
    #expect(try index.findImport(sha256: digest, mapping: "{}") == 1)
    #expect(try index.findImport(sha256: digest, mapping: "{\"x\":1}") == nil)
    #expect(try index.findImport(sha256: .zero, mapping: "{}") == nil)
    #expect(try index.newestBatch() == 1)
  }

  @Test func `a label that was never seen moves the figures of the rows that stand`() throws {
    let project = try TestProject()
    let index = try index(project)
    let old = numbered([rating("i", "a", "x"), rating("i", "b", "y")])
    try project.importBatch(old, into: index)
    let before = try #require(try row("i", index))
    try project.importBatch(numbered([rating("j", "a", "z")]), into: index)
    let after = try #require(try row("i", index))
    #expect(before.gain != after.gain)
    let votes = [1, 1].map { ExpectedGain.Contender(votes: $0, cost: 1) }
    #expect(after.gain == ExpectedGain(votes: votes, admissible: 3).gain)
  }

  @Test func `a number beyond the range moves the agreement of the rows that stand`() throws {
    let project = try TestProject()
    let index = try index(project)
    func number(_ name: String, _ annotator: String, _ amount: Int, _ ordinal: Int) -> BatchRecord {
      .rating(
        Rating(
          unit: unit(name), annotator: AnnotatorID(annotator), value: .number(Number(amount))),
        ordinal: ordinal)
    }
    try project.importBatch([number("i", "a", 1, 0), number("i", "b", 2, 1)], into: index)
    #expect(try row("i", index)?.agreement == 0)
    try project.importBatch([number("j", "a", 5, 0)], into: index)
    #expect(try row("i", index)?.agreement == 0.75)
  }
}
