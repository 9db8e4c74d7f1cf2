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
}
