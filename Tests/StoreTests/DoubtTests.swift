import Domain
import Ledger
import Store
import Testing

/// Rulings that a version puts in doubt come back to the queue, until somebody rules again.
@Suite struct DoubtTests {
  private let clause = ClauseID("R-0001")
  private let x = Outcome.value(.label(LabelID("x")))
  private let y = Outcome.value(.label(LabelID("y")))

  /// Three units on which x and y stand against each other, ruled x, x and y; and one of x and z.
  private func ruled() throws -> (TestProject, ProjectIndex, [Int]) {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    var records: [BatchRecord] = []
    for (number, other) in ["y", "y", "y", "z"].enumerated() {
      records.append(rating("i\(number)", "a", "x", ordinal: 2 * number))
      records.append(rating("i\(number)", "b", other, ordinal: 2 * number + 1))
    }
    try project.importBatch(records, into: index)
    let outcomes = [x, x, y, x]
    let seqs = try outcomes.enumerated().map { number, outcome in
      try project.append(decision(unit("i\(number)"), outcome)).seq
    }
    try index.catchUp()
    return (project, index, seqs)
  }

  private func publish(
    _ project: TestProject, _ version: Int, doubting rulings: [Int]
  ) throws {
    let text = ClauseText(
      title: "t\(version)", labels: [LabelID("x"), LabelID("y")], statement: "s", bornFrom: [])
    let base = project.state().guideline.clauses[clause]?.seq ?? -1
    let drafted = try project.append(
      .clause(ClauseChange(id: clause, base: base, text: text)))
    try project.append(
      .publish(
        Publication(
          version: version, digest: .sha256(of: "\(version)"),
          changes: [PublishedChange(part: .clause(clause), seq: drafted.seq, kind: .semantic)],
          inDoubt: rulings)))
  }

  @Test func `they are back with what they were ruled, and leave as kept or overruled`() throws {
    let (project, index, seqs) = try ruled()
    #expect(try index.summary(now: project.clock).open == 0)
    try publish(project, 1, doubting: Array(seqs[0...2]))
    try index.catchUp()
    #expect(try index.summary(now: project.clock).statuses[.doubted] == 3)
    let page = try index.page(QueueQuery(now: project.clock), offset: 0, count: 9)
    #expect(page.total == 3)
    #expect(page.rows.allSatisfy { $0.doubt == .version(1) && $0.standing?.status == .ruled })
    let dossier = try #require(try index.dossier(ItemID("i0"), now: project.clock)?.units.first)
    #expect(dossier.doubt?.seq == seqs[0])
    #expect(dossier.doubt?.decision.outcome == x)
    #expect(dossier.doubt?.parts == [Doubt.Part(.clause(clause), .new)])
    #expect(dossier.facts.doubt == .version(1))

    try project.append(decision(unit("i0"), x, base: seqs[0]))
    try project.append(decision(unit("i1"), y, base: seqs[1]))
    try project.append(
      .withdraw(Withdrawal(seatID: SeatID(unit: unit("i2"), seat: .main), base: seqs[2])))
    try index.catchUp()
    let fates = try #require(try index.doubtFates()[.version(1)])
    #expect([fates[.kept], fates[.overruled], fates[.takenBack], fates[.waiting]] == [1, 1, 1, 0])
    let summary = try index.summary(now: project.clock)
    #expect(summary.statuses[.doubted] ?? 0 == 0)
    #expect(try index.facts(unit("i0"))?.doubt == nil)
    #expect(try index.facts(unit("i2"))?.doubt == nil)
  }

  @Test func `what a version made of a clause is told: added, changed, withdrawn`() throws {
    let (project, index, seqs) = try ruled()
    try publish(project, 1, doubting: [])
    try publish(project, 2, doubting: [seqs[0]])
    try index.catchUp()
    func told() throws -> [Doubt.Part]? {
      try index.dossier(ItemID("i0"), now: project.clock)?.units.first?.doubt?.parts
    }
    #expect(try told() == [Doubt.Part(.clause(clause), .changed)])
    let base = project.state().guideline.clauses[clause]?.seq ?? -1
    let gone = try project.append(.clause(ClauseChange(withdrawing: clause, base: base)))
    try project.append(
      .publish(
        Publication(
          version: 3, digest: .sha256(of: "3"),
          changes: [PublishedChange(part: .clause(clause), seq: gone.seq, kind: .semantic)],
          inDoubt: [seqs[0]])))
    try index.catchUp()
    #expect(try told() == [Doubt.Part(.clause(clause), .withdrawn)])
  }

  @Test func `a ruling that was replaced before is not brought back`() throws {
    let (project, index, seqs) = try ruled()
    let seat = SeatID(unit: unit("i0"), seat: .main)
    try project.append(.reopen(Withdrawal(seatID: seat, base: seqs[0])))
    try project.append(decision(unit("i0"), y, base: seqs.count))
    try publish(project, 1, doubting: [seqs[0]])
    try index.catchUp()
    #expect(try index.facts(unit("i0"))?.doubt == nil)
    #expect(try index.page(QueueQuery(now: project.clock), offset: 0, count: 9).total == 0)
  }

  @Test func `a clause speaks of contests between its labels, of one label on either side`() throws
  {
    let (_, index, seqs) = try ruled()
    func found(_ labels: String...) throws -> [Int] {
      let text = ClauseText(title: "", labels: labels.map { LabelID($0) }, statement: "")
      return try index.ruledCases(of: text, id: nil).map(\.seq)
    }
    #expect(try found("x", "y") == Array(seqs[0...2]))
    #expect(try found("x") == seqs)
    #expect(try found("y") == Array(seqs[0...2]))
    #expect(try found("z") == [seqs[3]])
    #expect(try found("y", "z").isEmpty)
    #expect(try found().isEmpty)
  }
}
