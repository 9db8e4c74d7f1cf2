import Domain
import Ledger
import Testing

/// Gold and calibrations that a wrong program could have recorded, with a chain that is right.
@Suite struct TrialRuleTests {
  private static let unit = UnitID(item: ItemID("i1"))
  private static let seat = SeatID(unit: unit, seat: .main)
  private static let part = GuidelinePart.section(.policy(PolicyID("skip")))
  private static let a = Outcome.value(.label(LabelID("a")))
  /// Seven events; the draft of `part` stands at 7.
  private static let founding =
    RuleTests.founding + [
      ("lena", .role(Member(id: MemberID("rita"), user: nil, roles: [.reviewer]))),
      (
        "rita", .guideline(SectionChange(id: .policy(PolicyID("skip")), base: -1, text: "x"))
      ),
    ]

  private static func mark(
    base: Int, ruling: Int? = nil, guideline: Int = 0
  ) -> EventBody {
    .gold(
      GoldChange(
        marking: unit, base: base,
        as: GoldMark(outcome: a, ruling: ruling, guideline: guideline)))
  }

  private static func unmark(base: Int) -> EventBody {
    .gold(GoldChange(unmarking: unit, base: base))
  }

  private static func rule(base: Int) -> EventBody {
    .decision(Decision(seatID: seat, base: base, batch: 1, outcome: a))
  }

  private static func draw(_ seqs: [Int] = [7], guideline: Int = 0) -> EventBody {
    .calibrate(
      .draw(
        CalibrationDraw(
          question: .label, size: 1, seed: 1, floor: 0, hard: 0,
          parts: seqs.map { TriedPart(part: part, seq: $0) }, guideline: guideline,
          items: [unit.item])))
  }

  private static func result(of draw: Int, _ seqs: [Int] = [7], batch: Int = 1) -> EventBody {
    .calibrate(
      .result(
        CalibrationResult(
          draw: draw, parts: seqs.map { TriedPart(part: part, seq: $0) }, batch: batch, people: 1,
          answers: 1, figures: [CalibrationFigure(label: nil, units: 1, value: Number(1))])))
  }

  private static func publish(_ calibration: Int, at seq: Int = 7) -> EventBody {
    .publish(
      Publication(
        version: 1, digest: .sha256(of: "1"),
        changes: [PublishedChange(part: part, seq: seq, kind: .semantic)],
        calibration: calibration))
  }

  private func firstBad(
    _ events: [(String, EventBody)]
  ) throws -> VerificationReport.Finding? {
    try RuleTests().firstBad(Self.founding + events)
  }

  @Test(arguments: [
    [("ruth", mark(base: -1)), ("lena", unmark(base: 8)), ("ruth", mark(base: 9))],
    [("ruth", rule(base: -1)), ("otto", mark(base: -1, ruling: 8)), ("ruth", mark(base: 9))],
    [("lena", unmark(base: -1))],
    [("rita", draw()), ("lena", result(of: 8)), ("lena", publish(9))],
    [("rita", draw([])), ("rita", result(of: 8, []))],
  ])
  func `what the rules allow verifies`(events: [(String, EventBody)]) throws {
    #expect(try firstBad(events) == nil)
  }

  @Test(arguments: [
    (RuleBreach.lacksRole(.adjudicator), [("rita", mark(base: -1))]),
    (.notAMember, [("mallory", unmark(base: -1))]),
    (.base(expected: -1, found: 3), [("ruth", mark(base: 3))]),
    (.base(expected: 8, found: -1), [("ruth", mark(base: -1)), ("ruth", unmark(base: -1))]),
    (.rulingNotStanding, [("ruth", mark(base: -1, ruling: 5))]),
    (
      .rulingNotStanding,
      [
        ("ruth", rule(base: -1)), ("ruth", .withdraw(Withdrawal(seatID: seat, base: 8))),
        ("ruth", mark(base: -1, ruling: 8)),
      ]
    ),
    (.versionNotYetPublished, [("ruth", mark(base: -1, guideline: 1))]),
    (.lacksRole(.reviewer), [("ruth", draw())]),
    (.lacksRole(.reviewer), [("rita", draw()), ("ruth", result(of: 8))]),
    (.nothingToPublish, [("rita", draw([6]))]),
    (.versionNotYetPublished, [("rita", draw(guideline: 1))]),
    (.calibrationNotMade, [("rita", result(of: 7))]),
    (.calibrationNotMade, [("rita", draw()), ("rita", result(of: 8)), ("rita", result(of: 9))]),
    (.batchNotYetImported, [("rita", draw()), ("rita", result(of: 8, batch: 2))]),
    (.calibrationOfOthers, [("rita", draw()), ("rita", result(of: 8, []))]),
    (.calibrationNotMade, [("rita", draw()), ("lena", publish(8))]),
    (
      .calibrationOfOthers,
      [("rita", draw([])), ("rita", result(of: 8, [])), ("lena", publish(9))]
    ),
    (
      .calibrationOfOthers,
      [
        ("rita", draw()), ("rita", result(of: 8)),
        (
          "rita", .guideline(SectionChange(id: .policy(PolicyID("skip")), base: 7, text: "y"))
        ),
        ("lena", publish(9, at: 10)),
      ]
    ),
  ])
  func `what the rules forbid is named`(
    breach: RuleBreach, events: [(String, EventBody)]
  ) throws {
    let finding = try firstBad(events)
    #expect(finding?.problem == .rule(breach))
    #expect(finding?.seq == Self.founding.count + events.count - 1)
  }
}
