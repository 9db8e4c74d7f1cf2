import Agreement
import Domain
import Interchange
import Store
import Testing

@testable import Runtime

/// What an audit says of a release.
struct AuditReportTests {
  /// Drawn units by what became of them: right, wrong, waiting; capitals would have been "b".
  private func report(
    _ fates: String, size: Int? = nil, ruled: Int = 40, open: Int = 100,
    labels: [String: Int] = ["a": 80, "b": 20]
  ) -> AuditReport {
    let units = fates.enumerated().map { place, fate in
      let value = Value.label(LabelID(fate.isUppercase ? "b" : "a"))
      let outcome: Outcome = fate.lowercased() == "r" ? .value(value) : .notAnnotatable
      let standing = SeatStanding(
        status: .ruled, seq: 20 + place, by: MemberID("s"), outcome: outcome)
      return AuditedUnit(
        label: ReleasedValue(
          unit: UnitID(item: ItemID("\(place)")), value: value, source: .majority),
        value: value, standing: fate == "." ? nil : standing)
    }
    let draw = AuditDraw(
      size: size ?? fates.count, seed: 1, ruled: ruled, open: open,
      labels: labels.map { AuditDraw.LabelCount(label: LabelID($0.key), units: $0.value) },
      batch: 1, drawn: units.map(\.label))
    return AuditReport(
      AuditProgress(
        audit: RecordedAudit(
          seq: 9, by: MemberID("lead"), at: Instant(milliseconds: 0), draw: draw),
        units: units, earlier: [], rulingsSince: 0, batchesSince: 0))
  }

  @Test func `a complete audit has the limits of its draw`() throws {
    let standing = report("rrrwrrrrrR").standing
    let audit = try #require(ReleaseAudit(ruled: 40, open: 100, drawn: 10, right: 9))
    #expect(standing.isComplete)
    #expect((standing.ruled, standing.right, standing.missing) == (10, 9, 0))
    #expect(standing.accuracy == audit.accuracy)
    #expect(standing.low == audit.limits()?.lower)
    #expect(standing.high == audit.limits()?.upper)
    #expect(standing.least == audit.lowerLimit())
    // By hand: 40 ruled, 10 drawn and ruled, and 0.9 of the other 90.
    #expect(abs((standing.accuracy ?? 0) - 131.0 / 140) < 1e-12)
  }

  @Test(arguments: [
    ("rrw.rrrr", 3, 2, 1), (".rrrrrrr", 0, 0, 1), ("r.r.r.ww", 1, 1, 3), ("rrrrrrr.", 7, 7, 1),
  ])
  func `only the longest ruled beginning is counted`(
    fates: String, ruled: Int, right: Int, missing: Int
  ) {
    let standing = report(fates).standing
    #expect(!standing.isComplete)
    #expect((standing.ruled, standing.right, standing.missing) == (ruled, right, missing))
    let audit = ReleaseAudit(ruled: 40, open: 100, drawn: ruled, right: right)
    #expect(standing.accuracy == audit?.accuracy)
    #expect(standing.least == audit?.lowerLimit())
  }

  @Test func `what a floor added counts for its label alone`() throws {
    let report = report("rwrrRWRR", size: 4)
    #expect((report.standing.ruled, report.standing.right) == (4, 3))
    #expect(report.standing.isComplete)
    let label = try #require(report.labels.last)
    #expect(label.label == LabelID("b"))
    #expect((label.open, label.drawn, label.ruled, label.right) == (20, 4, 4, 3))
    let lot = try #require(ReleaseAudit(ruled: 0, open: 20, drawn: 4, right: 3))
    #expect(label.limits?.low == Double(lot.fewestRight(tail: 0.025)) / 20)
    #expect(label.limits?.high == Double(lot.mostRight(tail: 0.025)) / 20)
    #expect(report.wrong.map(\.label.unit.item.text) == ["1", "5"])
  }

  @Test func `labels are counted from their own beginnings`() {
    let report = report("rRr.R.Rr")
    #expect(report.labels.map(\.ruled) == [2, 3])
    #expect(report.labels.map(\.drawn) == [5, 3])
    #expect(report.standing.ruled == 3)
  }

  @Test func `nothing ruled says nothing`() {
    let report = report("....")
    #expect(report.standing.accuracy == nil)
    #expect(report.labels.first?.limits == nil)
    #expect(report.wrong.isEmpty)
  }

  /// Nothing contested goes out without a ruling.
  private static let settled = """
    [project]
    name = "test"
    task = "label"

    [queue]
    release = "settled"
    """

  @Test func `what models would release is drawn with whose word it is and how likely`() throws {
    let temporary = try TemporaryProject(
      TemporaryProject.contested + ["u1,ada,yes,x", "u1,ben,yes,x", "u2,ada,no,x"])
    let project = try temporary.open()
    let released = try project.releasedLabels()
    #expect(
      released.labels.map(\.unit.item.text) == ["t1", "t2", "t3", "t4", "t5", "u1", "u2"])
    #expect(
      released.labels.map(\.source)
        == Array(repeating: .model, count: 5) + [.unanimous, .single])
    for label in released.labels {
      let probability = try #require(label.probability?.double)
      #expect(probability > 0 && probability <= 1)
    }
    let drawn = try project.drawAudit(AuditWish(seed: 5))
    #expect(Set(drawn.draw.drawn) == Set(released.labels))
    // It stands in the log as it was drawn, whatever is learned since.
    let again = try #require(try project.audit()).progress.units.map(\.label)
    #expect(Set(again) == Set(released.labels))
  }

  @Test func `a project's draw is of what its export gives without a ruling`() throws {
    let temporary = try TemporaryProject(
      TemporaryProject.contested + [
        "u1,ada,yes,x", "u1,ben,yes,x", "u2,ada,no,x", "u3,ada,no,x", "u3,ben,no,x",
      ], settings: Self.settled)
    let project = try temporary.open()
    let ruled = UnitID(item: ItemID("u3"))
    try project.record(
      .rule(
        Decision(
          seatID: SeatID(unit: ruled, seat: .main), base: -1, batch: 1,
          outcome: .value(.label(LabelID("yes"))))))
    let released = try project.releasedLabels()
    #expect(released.ruled == 1)
    #expect(released.labels.map(\.unit.item.text) == ["u1", "u2"])
    #expect(released.labels.map(\.source) == [.unanimous, .single])
    #expect(released.labels.map(\.value) == [.label(LabelID("yes")), .label(LabelID("no"))])
    #expect(try project.audit() == nil)

    let drawn = try project.drawAudit(AuditWish(seed: 5))
    #expect((drawn.draw.size, drawn.draw.open, drawn.draw.ruled) == (2, 2, 1))
    #expect(Set(drawn.draw.drawn) == Set(released.labels))
    // A ruling says of itself that an audit asked for it; another's does not.
    let event = try project.record(
      .rule(
        Decision(
          seatID: SeatID(unit: drawn.draw.drawn[0].unit, seat: .main), base: -1, batch: 1,
          outcome: .value(drawn.draw.drawn[0].value))))
    #expect(event.body.decision?.audit == drawn.seq)
    let other = try project.record(
      .rule(
        Decision(
          seatID: SeatID(unit: UnitID(item: ItemID("t1")), seat: .main), base: -1, batch: 1,
          outcome: .noneOfThese)))
    #expect(other.body.decision?.audit == nil)
    let standing = try #require(try project.audit()).standing
    #expect((standing.ruled, standing.right, standing.rulingsSince) == (1, 1, 1))
    #expect(try project.releaseFigures().audit == standing)
    #expect(try project.examine().isGood)
  }

  @Test func `more than there is cannot be drawn, and nothing cannot be audited`() throws {
    let temporary = try TemporaryProject(
      TemporaryProject.contested + ["u1,ada,yes,x"], settings: Self.settled)
    let project = try temporary.open()
    #expect(refusal { try project.drawAudit(AuditWish(size: 2)) } == .auditSize(2, open: 1))
    let none = try TemporaryProject(TemporaryProject.contested, settings: Self.settled)
    let contested = try none.open()
    #expect(refusal { try contested.drawAudit(AuditWish()) } == .nothingToAudit)
  }

  private func refusal(_ body: () throws -> RecordedAudit) -> Refusal? {
    let failure = #expect(throws: ProjectFailure.self) { try body() }
    if case .refusal(let refusal)? = failure { return refusal }
    return nil
  }

  @Test(arguments: [(0.95, 0.99, 0, 1000), (0.5, 0.9, 600, 400), (1.1, 1.0, 0, 30)])
  func `advice is the size of the limits`(
    bound: Double, expected: Double, ruled: Int, open: Int
  ) {
    let advice = AuditAdvice(bound: bound, expected: expected, ruled: ruled, open: open)
    #expect(
      advice.size
        == ReleaseAudit.size(toShow: bound, ruled: ruled, open: open, expecting: expected))
    #expect(advice.least == ReleaseAudit.size(toShow: bound, ruled: ruled, open: open))
    #expect(advice.least.map { $0 <= advice.size ?? 0 } ?? (advice.size == nil))
  }
}
