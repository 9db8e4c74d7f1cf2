import Agreement
import Domain
import Ledger
import Store
import Testing

/// Which version of the guideline ratings were given under, and what the sums by version say.
@Suite struct VersionTests {
  private let project: TestProject
  private let index: ProjectIndex
  private let clause = ClauseID(number: 1)

  init() throws {
    project = try TestProject()
    try project.begin()
    index = try project.open()
  }

  @discardableResult
  private func publish(_ version: Int) throws -> Event {
    let base = project.state().guideline.clauses[clause]?.seq ?? -1
    let proposed = try project.append(
      .clause(
        ClauseChange(
          id: clause, base: base,
          text: ClauseText(
            title: "t\(version)", labels: [LabelID("x"), LabelID("y")], statement: "s"))))
    return try project.append(
      .publish(
        Publication(
          version: version, digest: .sha256(of: "v\(version)"),
          changes: [PublishedChange(part: .clause(clause), seq: proposed.seq, kind: .semantic)],
          inDoubt: [])))
  }

  /// Two ratings of an item, which differ or do not.
  private func compared(_ name: String, _ other: String, at: Instant? = nil) -> [BatchRecord] {
    [item(name), rating(name, "a", "x", at: at), rating(name, "b", other, at: at)]
  }

  private func columns() throws -> [String: Int] {
    try index.catchUp()
    let source = try #require(try index.heatSource(.label, by: .version))
    let map = HeatMap(source, HeatMapRequest(kind: .labelVersion, measure: .count))
    return Dictionary(uniqueKeysWithValues: zip(map.columns.names, map.columns.sizes))
  }

  @Test func `a rating belongs to what was in force when it was given, and keeps it`() throws {
    try project.importToLog(numbered(compared("1", "y")))
    let first = try publish(1)
    let early = Instant(milliseconds: first.draft.at.milliseconds - 1)
    try project.importToLog(
      numbered(
        compared("2", "y") + compared("3", "y", at: early) + compared("4", "x", at: first.draft.at))
    )
    #expect(try columns() == ["before v1": 4, "v1": 4])
    try publish(2)
    #expect(try columns() == ["before v1": 4, "v1": 4])
    // Somebody's clock runs ahead: a rating cannot follow what was not published when it came in.
    let late = first.draft.at.advanced(days: 900)
    try project.importToLog(numbered(compared("5", "x", at: late)))
    try publish(3)
    #expect(try columns() == ["before v1": 4, "v1": 4, "v2": 2])
    let limit = try LimitParser.parse("version:1 status:*")
    let query = QueueQuery(limit: limit, order: .item, now: project.clock)
    let found = try index.page(query, offset: 0, count: 9).rows
    #expect(found.map(\.unit.item.text) == ["2", "4"])
    let dump = try index.dump()
    try index.rebuild()
    #expect(try index.dump() == dump)
  }

  @Test func `an import may state the version`() throws {
    try publish(1)
    try publish(2)
    try project.importToLog(
      numbered(compared("1", "y")), policy: BatchPolicy(version: 1))
    try project.importToLog(
      numbered(compared("2", "y", at: Instant(milliseconds: 0))), policy: BatchPolicy(version: 2))
    try project.importToLog(numbered(compared("3", "y")), policy: BatchPolicy(version: 0))
    #expect(try columns() == ["before v1": 2, "v1": 2, "v2": 2])
    let lines = try #require(try index.ratings(.label)).lines
    #expect(lines.map(\.version).sorted() == [0, 0, 1, 1, 2, 2])
  }

  @Test func `two labels are compared before a version and since`() throws {
    func items(_ names: ClosedRange<Int>, differing: Int) -> [BatchRecord] {
      numbered(names.flatMap { compared("i\($0)", $0 < names.lowerBound + differing ? "y" : "x") })
    }
    try project.importToLog(items(100...149, differing: 30))
    try publish(1)
    try project.importToLog(items(200...249, differing: 3))
    try index.catchUp()
    let source = try #require(try index.heatSource(.label, by: .version))
    let pair = HeatPair(first: "x", second: "y")
    let since = try #require(PairSince(pair, since: 1, in: source))
    // Of the comparisons of x or y, those between the two: 2·30 of 100, 2·3 of 100.
    #expect(since.before.value == 0.6)
    #expect(since.after.value == 0.06)
    #expect(since.isBeyondNoise && !since.isTooFew)
    #expect(PairSince(pair, since: 2, in: source) == nil)
    #expect(PairSince(HeatPair(first: "x", second: "x"), since: 1, in: source) == nil)
    #expect(PairSince(HeatPair(first: "x", second: "?"), since: 1, in: source) == nil)
    #expect(PairSince(pair, since: 1, in: source, enough: 101)?.isTooFew == true)
    let map = HeatMap(source, HeatMapRequest(kind: .pairVersion))
    let change = try #require(map.latestChange(row: 0))
    #expect(map.columns.names[change.last] == "v1")
    #expect((change.value + 0.54).magnitude < 1e-12)
  }
}
