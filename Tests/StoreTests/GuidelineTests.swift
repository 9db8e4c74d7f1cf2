import Domain
import Ledger
import Store
import Testing

@Suite struct GuidelineTests {
  private let clause = ClauseID("R-0001")

  @Test func `rulings that stand are told by the clause they cite`() throws {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    try project.importBatch(
      [
        rating("i", "a", "x"), rating("i", "b", "y", ordinal: 1), rating("j", "a", "x", ordinal: 2),
        rating("j", "b", "z", ordinal: 3),
      ], into: index)
    let x = Outcome.value(.label(LabelID("x")))
    let first = try project.append(decision(unit("i"), x, cites: [clause]))
    let second = try project.append(decision(unit("j"), .escalated, cites: [clause]))
    try index.catchUp()
    #expect(try index.citations()[clause]?.map(\.seq) == [first.seq, second.seq])
    #expect(try index.citations()[clause]?.first?.standing.outcome == x)
    #expect(
      try index.evidence(positions: [first.seq, 1, 999], units: [unit("i"), unit("k")])
        == Evidence(rulings: [first.seq], units: [unit("i")]))
    let uses = try index.labelUses()
    #expect(uses[LabelID("x")]?.rulings == 1)
    #expect(uses[LabelID("x")]?.rivals == [.init(label: LabelID("z"), units: 1)])
    try project.append(
      .withdraw(Withdrawal(seatID: SeatID(unit: unit("i"), seat: .main), base: first.seq)))
    try index.catchUp()
    #expect(try index.citations()[clause]?.map(\.seq) == [second.seq])
  }

  @Test func `parts, versions and what they put in doubt are read back`() throws {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    let text = ClauseText(
      title: "t", labels: [LabelID("x")], statement: "s",
      examples: [ClauseExample("e", unit: unit("i"))], bornFrom: [])
    let drafted = try project.append(
      .clause(ClauseChange(id: clause, base: -1, text: text)))
    try index.catchUp()
    #expect(try index.guideline().clauses[clause]?.status == .review)
    #expect(try index.guidelinePosition() == drafted.seq)
    let published = try project.append(
      .publish(
        Publication(
          version: 1, digest: .sha256(of: "1"),
          changes: [PublishedChange(part: .clause(clause), seq: drafted.seq, kind: .editorial)],
          inDoubt: [3, 1], waived: "first")))
    try index.catchUp()
    let guideline = try index.guideline()
    #expect(guideline == project.state().guideline)
    #expect(guideline.versions.first?.publication.inDoubt == [1, 3])
    #expect(guideline.versions.first?.seq == published.seq)
    #expect(guideline.clauses[clause]?.published?.isSame(as: text) == true)
    #expect(try index.summary(now: project.clock).guidelineVersion == 1)
    #expect(try index.hashedBytes() == project.state().hashedBytes)
  }

  @Test func `a clause speaks of rulings on its labels, of its cases, and of what cites it`() throws
  {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    let votes = [
      ("a", "x", "y"), ("b", "y", "x"), ("c", "x", "z"), ("d", "z", "w"), ("e", "x", "y"),
      ("f", "w", "z"), ("g", "x", "x"), ("h", "w", "z"),
    ]
    try project.importBatch(
      votes.enumerated().flatMap { place, vote in
        [
          rating(vote.0, "one", vote.1, ordinal: 2 * place),
          rating(vote.0, "two", vote.2, ordinal: 2 * place + 1),
        ]
      }, into: index)
    func label(_ name: String) -> Outcome { .value(.label(LabelID(name))) }
    var seqs: [String: Int] = [:]
    for (item, outcome, cites) in [
      ("a", label("x"), []), ("b", label("y"), []), ("c", label("x"), []), ("d", label("z"), []),
      ("e", .escalated, []), ("f", label("w"), [clause]), ("g", label("x"), []),
      ("h", label("w"), []),
    ] as [(String, Outcome, [ClauseID])] {
      seqs[item] = try project.append(decision(unit(item), outcome, cites: cites)).seq
    }
    try project.append(
      .withdraw(Withdrawal(seatID: SeatID(unit: unit("b"), seat: .main), base: seqs["b"] ?? 0)))
    try index.catchUp()
    func found(_ labels: [String], _ examples: [String] = [], born: [Int] = []) throws -> [String] {
      let text = ClauseText(
        title: "t", labels: labels.map { LabelID($0) }, statement: "s",
        examples: examples.map { ClauseExample("e", unit: unit($0)) }, bornFrom: born)
      return try index.ruledCases(of: text, id: clause).map(\.unit.item.text)
    }
    #expect(try found(["x", "y"]) == ["a", "f"], "contested between both, or citing it")
    #expect(try found(["x"]) == ["a", "c", "f"], "of one label every contest")
    #expect(try found([], ["g", "nowhere"]) == ["f", "g"])
    #expect(try found([], born: [seqs["d"] ?? 0, 0, 9999]) == ["d", "f"])
    let text = ClauseText(title: "t", labels: [LabelID("x"), LabelID("y")], statement: "s")
    let first = try #require(try index.ruledCases(of: text, id: nil).first)
    #expect(
      first
        == RuledCase(
          unit: unit("a"), seq: seqs["a"] ?? 0, outcome: label("x"),
          contest: [LabelID("x"), LabelID("y")], by: first.by))
    #expect(
      try index.ruledCases(on: [unit("h"), unit("b"), unit("a"), unit("e")]).map(\.unit.item.text)
        == ["h", "a"])
    #expect(try index.payloads(of: [ItemID("a"), ItemID("zz")]).count <= 1)
  }
}
