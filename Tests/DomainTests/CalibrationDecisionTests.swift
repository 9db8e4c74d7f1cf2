import Domain
import Testing

/// What may be drawn and recorded of a calibration, and what a publication rests on.
struct CalibrationDecisionTests {
  private static let lead = Member(id: MemberID("lea"), user: nil, roles: [.lead])
  private static let reviewer = Member(id: MemberID("rev"), user: nil, roles: [.reviewer])
  private static let senior = Member(id: MemberID("sam"), user: nil, roles: [.adjudicator])
  private static let part = GuidelinePart.section(.policy(PolicyID("skip")))
  private static let other = GuidelinePart.section(.policy(PolicyID("small")))
  private static let tried = TriedPart(part: part, seq: 10)

  /// Two drafts, at 10 and 11.
  private static let guideline: Guideline = {
    var guideline = Guideline()
    for (index, name) in ["skip", "small"].enumerated() {
      let draft = EventDraft(
        operation: OperationID(high: 0, low: UInt64(index)), at: Instant(milliseconds: 0),
        actor: reviewer.id, isSandbox: true,
        body: .guideline(SectionChange(id: .policy(PolicyID(name)), base: -1, text: "x")))
      guideline.evolve(Event(seq: 10 + index, previous: .zero, hash: .zero, draft: draft))
    }
    return guideline
  }()

  private static func draw(
    _ items: [String] = ["1", "2"], parts: [TriedPart] = [tried]
  ) -> CalibrationDraw {
    CalibrationDraw(
      question: .label, size: 2, seed: 7, floor: 1, hard: 0, parts: parts,
      items: items.map { ItemID($0) })
  }

  private static func result(
    _ value: String? = "0.9", label: String? = "0.85", units: Int = 2, answers: Int = 4,
    parts: [TriedPart] = [tried]
  ) -> CalibrationResult {
    CalibrationResult(
      draw: 20, parts: parts, batch: 1, people: 2, answers: answers,
      figures: [
        CalibrationFigure(label: nil, units: 2, value: value.flatMap { Number($0) }),
        CalibrationFigure(
          label: LabelID("a"), units: units, value: label.flatMap { Number($0) }),
      ], target: Number("0.8"))
  }

  private func refusal(
    _ command: Command, by member: Member = lead, target: String? = nil,
    steps: [Int: Calibration] = [:]
  ) -> Refusal? {
    var configuration = ProjectConfiguration(name: "p")
    configuration.guideline.target = target.flatMap { Number($0) }
    let units = ["1", "2"].map { UnitID(item: ItemID($0)) }
    let context = DecisionContext(
      members: [Self.lead, Self.reviewer, Self.senior], configuration: configuration, unit: nil,
      guideline: Self.guideline,
      evidence: Evidence(units: Set(units), calibrations: steps))
    do throws(Refusal) {
      _ = try Adjudication.decide(command, by: member.id, in: context)
      return nil
    } catch {
      return error
    }
  }

  @Test func `reviewers and leads draw what is there, under drafts that wait`() {
    #expect(refusal(.drawCalibration(Self.draw()), by: Self.reviewer) == nil)
    #expect(refusal(.drawCalibration(Self.draw(parts: []))) == nil)
    #expect(
      refusal(.drawCalibration(Self.draw()), by: Self.senior) == .needsRole(.reviewer))
    #expect(
      refusal(.drawCalibration(Self.draw(["1", "9"])))
        == .unknownUnit(UnitID(item: ItemID("9"))))
    #expect(
      refusal(.drawCalibration(Self.draw([]))) == .calibrationSize(0, limit: 10_000))
    let many = (0...10_000).map { String($0) }
    #expect(
      refusal(.drawCalibration(Self.draw(many))) == .calibrationSize(10_001, limit: 10_000))
    #expect(
      refusal(.drawCalibration(Self.draw(parts: [TriedPart(part: Self.part, seq: 9)])))
        == .partChangedMeanwhile(Self.part, seq: 10))
  }

  @Test func `a result is of a draw, has answers, and tried what the draw tried`() throws {
    let drawn: [Int: Calibration] = [20: .draw(Self.draw())]
    #expect(
      refusal(.recordCalibration(Self.result()), by: Self.reviewer, steps: drawn) == nil)
    #expect(
      refusal(.recordCalibration(Self.result()), by: Self.senior, steps: drawn)
        == .needsRole(.reviewer))
    #expect(refusal(.recordCalibration(Self.result())) == .notACalibration(seq: 20))
    #expect(
      refusal(.recordCalibration(Self.result()), steps: [20: .result(Self.result())])
        == .notACalibration(seq: 20))
    #expect(
      refusal(.recordCalibration(Self.result(answers: 0)), steps: drawn)
        == .calibrationUnanswered(seq: 20))
    let context = DecisionContext(
      members: [Self.lead], configuration: ProjectConfiguration(name: "p"), unit: nil,
      guideline: Self.guideline, evidence: Evidence(calibrations: drawn))
    let claimed = Self.result(parts: [TriedPart(part: Self.other, seq: 11)])
    let bodies = try Adjudication.decide(
      .recordCalibration(claimed), by: Self.lead.id, in: context)
    #expect(bodies == [.calibrate(.result(Self.result()))])
  }

  private static func publication(
    _ changes: [(GuidelinePart, Int, PublishedChange.Kind)] = [(part, 10, .semantic)],
    calibration: Int? = nil, waived: String? = nil
  ) -> Command {
    .publish(
      Publication(
        version: 1, digest: .zero,
        changes: changes.map { PublishedChange(part: $0.0, seq: $0.1, kind: $0.2) },
        calibration: calibration, waived: waived))
  }

  @Test func `without a target nothing is asked for`() {
    #expect(refusal(Self.publication()) == nil)
    #expect(
      refusal(Self.publication(calibration: 21), steps: [21: .result(Self.result("0.1"))]) == nil)
  }

  @Test func `with a target a semantic change is calibrated, or somebody says why not`() {
    let target = Number("0.8") ?? Number(1)
    #expect(refusal(Self.publication(), target: "0.8") == .calibrationMissing(target: target))
    #expect(
      refusal(Self.publication(waived: " "), target: "0.8") == .calibrationMissing(target: target))
    #expect(refusal(Self.publication(waived: "in a hurry"), target: "0.8") == nil)
    #expect(refusal(Self.publication([(Self.part, 10, .editorial)]), target: "0.8") == nil)
    let good: [Int: Calibration] = [21: .result(Self.result())]
    #expect(refusal(Self.publication(calibration: 21), target: "0.8", steps: good) == nil)
    #expect(
      refusal(Self.publication(calibration: 21), target: "0.9", steps: good)
        == .calibrationBelow(seq: 21, target: Number("0.9") ?? target))
  }

  @Test(
    arguments: [
      ("0.7", "0.85", 2, false), ("0.9", "0.7", 2, false), (nil, "0.85", 2, false),
      ("0.9", nil, 2, false), ("0.9", nil, 0, true), ("0.8", "0.80", 2, true),
    ] as [(String?, String?, Int, Bool)])
  func `every figure reaches the target, but for labels that nobody gave`(
    all: String?, label: String?, units: Int, reaches: Bool
  ) {
    let result = Self.result(all, label: label, units: units)
    #expect(result.reaches(Number("0.8") ?? Number(1)) == reaches)
  }

  @Test func `a calibration counts for exactly what it tried`() {
    let both = [Self.tried, TriedPart(part: Self.other, seq: 11)]
    let one: [Int: Calibration] = [21: .result(Self.result())]
    let two: [Int: Calibration] = [21: .result(Self.result(parts: both))]
    let all: [(GuidelinePart, Int, PublishedChange.Kind)] = [
      (Self.part, 10, .semantic), (Self.other, 11, .semantic),
    ]
    let others = Refusal.calibrationOfOthers(seq: 21)
    #expect(refusal(Self.publication(calibration: 21), steps: two) == others)
    #expect(refusal(Self.publication(all, calibration: 21), steps: one) == others)
    #expect(refusal(Self.publication(all, calibration: 21), steps: two) == nil)
    let half = [all[0], (Self.other, 11, PublishedChange.Kind.editorial)]
    #expect(refusal(Self.publication(half, calibration: 21), steps: one) == nil)
    #expect(
      refusal(Self.publication(calibration: 20), steps: [20: .draw(Self.draw())])
        == .notACalibration(seq: 20))
    let stale: [Int: Calibration] = [
      21: .result(Self.result(parts: [TriedPart(part: Self.part, seq: 5)]))
    ]
    #expect(refusal(Self.publication(calibration: 21), steps: stale) == others)
  }
}
