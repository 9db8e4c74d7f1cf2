import Domain
import Ledger
import Store
import Testing

@Suite struct GoldTests {
  private let x = Outcome.value(.label(LabelID("x")))
  private let y = Outcome.value(.label(LabelID("y")))

  private func project() throws -> (TestProject, ProjectIndex) {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    try project.importBatch(
      [
        rating("i", "a", "x"), rating("i", "b", "y", ordinal: 1),
        rating("i", nil, "y", ordinal: 2, origin: .gold), rating("j", "a", "x", ordinal: 3),
      ], into: index)
    return (project, index)
  }

  @Test func `the last mark is gold, else what came in as gold`() throws {
    let (project, index) = try project()
    #expect(try index.goldUnits().map(\.outcome) == [y])
    #expect(try index.goldUnits().first?.origin == .imported(batch: 1))
    #expect(try index.facts(unit("i"))?.isGold == true)
    #expect(try index.facts(unit("j"))?.isGold == false)
    let marked = try project.append(
      .gold(GoldChange(marking: unit("i"), base: -1, as: GoldMark(outcome: x, guideline: 0))))
    try project.append(
      .gold(GoldChange(marking: unit("j"), base: -1, as: GoldMark(outcome: .noneOfThese))))
    try index.catchUp()
    let units = try index.goldUnits()
    #expect(units.map(\.unit) == [unit("i"), unit("j")])
    #expect(units.map(\.outcome) == [x, .noneOfThese])
    #expect(units[0].seq == marked.seq)
    #expect(try index.facts(unit("i"))?.gold == project.state().gold[unit("i")])
    try project.append(
      .gold(GoldChange(unmarking: unit("i"), base: marked.seq, reason: "no")))
    try index.catchUp()
    #expect(try index.goldUnits().map(\.unit) == [unit("j")])
    #expect(try index.facts(unit("i"))?.isGold == false)
    #expect(try index.dossier(ItemID("i"), now: project.clock)?.units[0].history.count == 2)
  }

  @Test func `figures about annotators are held against marks before what came in`() throws {
    let (project, index) = try project()
    func gold() throws -> [String?] {
      let columns = try #require(
        try index.voteColumns(QuestionID.label, while: { true }))
      return columns.gold.map { $0 < 0 ? nil : columns.values[Int($0)].name }
    }
    #expect(try gold() == ["y", nil])
    #expect(try index.ratings(.label)?.marks.isEmpty == true)
    let seq = try project.append(
      .gold(GoldChange(marking: unit("i"), base: -1, as: GoldMark(outcome: x)))
    ).seq
    try project.append(
      .gold(
        GoldChange(
          marking: unit("j"), base: -1,
          as: GoldMark(outcome: .value(.label(LabelID("nobody said")))))))
    try index.catchUp()
    #expect(try gold() == ["x", "nobody said"])
    #expect(
      try index.ratings(.label)?.marks.values.compactMap { $0?.name }.sorted() == [
        "nobody said", "x",
      ])
    try project.append(.gold(GoldChange(unmarking: unit("i"), base: seq)))
    try index.catchUp()
    #expect(try gold() == [nil, "nobody said"])
    #expect(try index.ratings(.label)?.marks.count == 2)
  }

  @Test func `gold of a ruling that was taken back is known to be bereft`() throws {
    let (project, index) = try project()
    let ruling = try project.append(decision(unit("i"), x))
    try project.append(
      .gold(
        GoldChange(
          marking: unit("i"), base: -1, as: GoldMark(outcome: x, ruling: ruling.seq))))
    try index.catchUp()
    #expect(try index.goldUnits().map(\.isBereft) == [false])
    let seat = SeatID(unit: unit("i"), seat: .main)
    let back = try project.append(.withdraw(Withdrawal(seatID: seat, base: ruling.seq)))
    try index.catchUp()
    #expect(try index.goldUnits().map(\.isBereft) == [true])
    try project.append(decision(unit("i"), x, base: back.seq))
    try index.catchUp()
    #expect(try index.goldUnits().map(\.isBereft) == [true])
  }

  @Test func `answers to trials count nowhere and disturb nobody`() throws {
    let (project, index) = try project()
    let before = try index.row(unit("i"), now: project.clock)
    let facts = try index.facts(unit("i"))
    try project.importBatch(
      [
        rating("i", "b", "x", origin: .trial, round: "t"),
        rating("i", "c", "x", ordinal: 1, origin: .trial, round: "t", isFlagged: true),
        rating("k", "c", "x", ordinal: 2, origin: .trial, round: "t"),
      ], into: index)
    #expect(try index.row(unit("i"), now: project.clock) == before)
    let after = try index.facts(unit("i"))
    #expect(after?.newestBatch == facts?.newestBatch)
    // Who answered a trial has seen the item, and does not rule on it.
    #expect(after?.raters == ["a", "b", "c"].map { AnnotatorID($0) })
    #expect(try index.row(unit("k"), now: project.clock)?.status == .unrated)
    let answers = try index.answers(to: unit("i"))
    #expect(answers.map(\.round) == [nil, nil, "t", "t"])
    #expect(answers.map { $0.annotator?.text } == ["a", "b", "b", "c"])
    try project.importBatch([rating("i", "d", "y")], into: index)
    let row = try index.row(unit("i"), now: project.clock)
    #expect(row?.ratings == 3)
    #expect(row?.isFlagged == false)
  }

  @Test func `calibrations are found again`() throws {
    let (project, index) = try project()
    let draw = CalibrationDraw(
      question: .label, size: 2, seed: 9, floor: 1, hard: 0, parts: [],
      items: [ItemID("i"), ItemID("j")])
    let drawn = try project.append(.calibrate(.draw(draw)))
    let result = CalibrationResult(
      draw: drawn.seq, parts: [], batch: 1, people: 1, answers: 2,
      figures: [CalibrationFigure(label: nil, units: 1, value: Number("0.50"))])
    let found = try project.append(.calibrate(.result(result)))
    try index.catchUp()
    let recorded = try index.calibrations()
    #expect(recorded.map(\.seq) == [drawn.seq, found.seq])
    #expect(recorded.map(\.step) == [.draw(draw), .result(result)])
    let evidence = try index.evidence(
      positions: [], units: [], calibrations: [drawn.seq, found.seq, 0, 999])
    #expect(evidence.calibrations == project.state().calibrations)
  }
}
