import Agreement
import Domain
import Store
import Testing

/// Rulings on like texts: found at once, by likeness, and gone when they are taken back.
@Suite struct PrecedentTests {
  private let x = Outcome.value(.label(LabelID("x")))
  private let y = Outcome.value(.label(LabelID("y")))

  /// Items with these texts, each contested between x and y.
  private func project(
    _ texts: KeyValuePairs<String, String>, configuration: ProjectConfiguration? = nil
  ) throws -> (TestProject, ProjectIndex) {
    let project = try TestProject(
      configurations: configuration.map { ["its own": $0] } ?? [:])
    try project.begin(configuration: configuration == nil ? nil : "its own")
    let index = try project.open()
    try index.catchUp()
    try project.importBatch(
      numbered(
        texts.sorted { $0.key < $1.key }.flatMap { name, text in
          [item(name, text), rating(name, "a", "x"), rating(name, "b", "y")]
        }), into: index)
    return (project, index)
  }

  private static let letters: KeyValuePairs = [
    "a": "The parcel never came, where is it?", "b": "My parcel never came. Where is it now?",
    "c": "How do I change my password", "d": "", "e": "The invoice is wrong by a month",
    "f": "Where is the parcel? It never came!",
  ]

  @discardableResult
  private func rule(
    _ item: String, _ outcome: Outcome, _ project: TestProject, _ index: ProjectIndex
  ) throws -> Int {
    let base = try index.facts(unit(item))?.seats[.main]?.seq ?? -1
    let event = try project.append(decision(unit(item), outcome, base: base))
    try index.apply([event])
    return event.seq
  }

  private func precedents(of item: String, _ index: ProjectIndex) throws -> [String] {
    try index.precedents(for: unit(item), count: 9).map(\.unit.item.text)
  }

  @Test func `the most alike come first, of equals the later, and what is taken back goes`() throws
  {
    let (project, index) = try project(Self.letters)
    for name in ["a", "b", "c", "e"] { try rule(name, x, project, index) }
    #expect(try precedents(of: "f", index) == ["a", "b", "e", "c"])
    let found = try index.precedents(for: unit("f"), count: 9)
    let likeness = found.compactMap(\.likeness)
    #expect(likeness.count == 4)
    #expect(likeness == likeness.sorted(by: >))
    #expect(likeness[0] == 1, "the same words in another order")
    #expect(likeness[1] > Precedent.veryAlike && likeness[2] < 0.5)
    let ruling = try #require(try index.facts(unit("a"))?.seats[.main]?.seq)
    try index.apply([
      try project.append(
        .withdraw(Withdrawal(seatID: SeatID(unit: unit("a"), seat: .main), base: ruling)))
    ])
    #expect(try precedents(of: "f", index).first == "b")
    try rule("a", y, project, index)
    #expect(try precedents(of: "f", index).first == "a")
  }

  @Test func `an item never is its own precedent`() throws {
    let (project, index) = try project(Self.letters)
    for name in ["a", "f"] { try rule(name, x, project, index) }
    #expect(try precedents(of: "a", index) == ["f"])
  }

  @Test func `what has no words has its precedents by date, without a likeness`() throws {
    let (project, index) = try project(Self.letters)
    for name in ["a", "c", "b"] { try rule(name, x, project, index) }
    let found = try index.precedents(for: unit("d"), count: 9)
    #expect(found.map(\.unit.item.text) == ["b", "c", "a"])
    #expect(found.allSatisfy { $0.likeness == nil })
    try rule("d", y, project, index)
    let beside = try index.precedents(for: unit("a"), count: 9)
    #expect(beside.last?.unit.item.text == "d")
    #expect(beside.last?.likeness == nil)
  }

  @Test func `a precedent brings its outcome, its clauses and its words`() throws {
    let (project, index) = try project(Self.letters)
    var ruling = Decision(
      seatID: SeatID(unit: unit("a"), seat: .main), base: -1, batch: 1, outcome: x)
    ruling.reason = "carrier"
    ruling.rationale = "Nothing was delivered."
    ruling.cites = [ClauseID("R-0001")]
    try index.apply([try project.append(.decision(ruling))])
    let found = try #require(try index.dossier(ItemID("b"), now: project.clock)?.units.first)
    let precedent = try #require(found.precedents.first)
    #expect(precedent.outcome == x)
    #expect(precedent.cites == [ClauseID("R-0001")])
    #expect(precedent.reason == "carrier" && precedent.rationale == "Nothing was delivered.")
  }

  @Test func `another text, or other votes, move a ruling to where it then belongs`() throws {
    let (project, index) = try project(Self.letters)
    for name in ["a", "c"] { try rule(name, x, project, index) }
    #expect(try precedents(of: "b", index).first == "a")
    // `a` now speaks of something else; `c` is contested with z.
    try project.importBatch(
      numbered([
        item("a", "Blue is a colour"), item("c", "My parcel never came. Where is it now?"),
        rating("c", "a", "z"), rating("c", "c", "z"),
      ]), into: index)
    #expect(try precedents(of: "b", index) == ["a"])
    let likeness = try #require(try index.precedents(for: unit("b"), count: 9).first?.likeness)
    #expect(likeness < 0.2)
    let fresh = try project.open("fresh.sqlite")
    try fresh.rebuild()
    #expect(try fresh.dump() == index.dump())
  }

  @Test func `among many rulings the like one is found`() throws {
    var texts: [(String, String)] = [("own", "the green kettle whistles at dawn near the harbour")]
    for number in 0..<300 {
      texts.append(("n\(1000 + number)", "the usual words of number \(number) near the door"))
    }
    texts.append(("n0", "near the harbour at dawn the kettle whistled"))
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    try project.importBatch(
      numbered(
        texts.sorted { $0.0 < $1.0 }.flatMap { name, text in
          [item(name, text), rating(name, "a", "x"), rating(name, "b", "y")]
        }), into: index)
    try project.append(decision(unit("n0"), x))
    for number in 0..<300 { try project.append(decision(unit("n\(1000 + number)"), y)) }
    try index.catchUp()
    #expect(try precedents(of: "own", index).first == "n0")
  }

  @Test func `rulings on texts very alike that came out differently are told, each pair once`()
    throws
  {
    let (project, index) = try project(Self.letters)
    #expect(try index.contradictingPrecedents().isEmpty)
    for (name, outcome) in [("a", x), ("b", y), ("c", y), ("f", x)] {
      try rule(name, outcome, project, index)
    }
    let pairs = try index.contradictingPrecedents()
    #expect(
      pairs.map { [$0.earlier.unit.item.text, $0.later.unit.item.text] } == [
        ["b", "f"], ["a", "b"],
      ])
    #expect(
      pairs.allSatisfy { $0.earlier.seq < $0.later.seq && $0.likeness >= Precedent.veryAlike })
    #expect(pairs.allSatisfy { $0.earlier.outcome != $0.later.outcome })
    let shown = try #require(try index.dossier(ItemID("b"), now: project.clock)?.units.first)
    #expect(!shown.precedents.haveContradiction, "both came out as x")
  }

  @Test func `an item says so where two that it is like came out differently`() throws {
    let (project, index) = try project(Self.letters)
    try rule("a", x, project, index)
    try rule("b", y, project, index)
    let shown = try #require(try index.dossier(ItemID("f"), now: project.clock)?.units.first)
    #expect(shown.precedents.haveContradiction)
  }
}
