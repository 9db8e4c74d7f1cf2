import Domain
import Ledger

/// Gold, and a calibration that a third version rests on.
extension GoldenEvents {
  /// From position 21 on.
  static let trials: [EventBody] = [
    .guideline(SectionChange(id: policy, base: 18, text: "Only what is in no language you read.")),
    .calibrate(
      .draw(
        CalibrationDraw(
          question: .label, size: 2, seed: 7, floor: 1, hard: 1, parts: [tried], guideline: 2,
          items: [ItemID("tickets:007"), ItemID("tickets:\"8\"")]))),
    .decision(
      Decision(seatID: SeatID(unit: unit, seat: .main), base: 10, batch: 1, outcome: billing)),
    .calibrate(
      .result(
        CalibrationResult(
          draw: 22, parts: [tried], batch: 1, people: 3, answers: 6,
          figures: [
            CalibrationFigure(
              label: nil, units: 2, value: Number("0.667"), low: Number("0.208"),
              high: Number("0.939")),
            CalibrationFigure(label: LabelID("billing"), units: 2, value: Number("0.8")),
            CalibrationFigure(label: LabelID("refund"), units: 0, value: nil),
          ], target: Number("0.6")))),
    .publish(
      Publication(
        version: 3, digest: digest(thirdVersion),
        changes: [PublishedChange(part: tried.part, seq: tried.seq, kind: .semantic)],
        calibration: 24)),
    .gold(
      GoldChange(
        marking: unit, base: -1, as: GoldMark(outcome: billing, ruling: 23, guideline: 3))),
    .gold(GoldChange(unmarking: unit, base: 26, reason: "everybody fails it")),
  ]

  private static let policy = SectionID.policy(PolicyID("skipping"))
  private static let tried = TriedPart(part: .section(policy), seq: 21)
  private static let billing = Outcome.value(.label(LabelID("billing")))

  private static let thirdVersion = GuidelineContents(
    version: 3,
    sections: [
      section, .init(id: policy, text: "Only what is in no language you read."),
    ], clauses: [], withdrawn: secondVersion.withdrawn)
}
