import Domain
import Ledger

/// An audit of what would be released, and the ruling that it asked for.
extension GoldenEvents {
  /// From position 31 on.
  static let audit: [EventBody] = [
    .audit(
      AuditDraw(
        size: 1, floor: 1, seed: 0xFEED, ruled: 1, open: 198,
        labels: [
          AuditDraw.LabelCount(label: LabelID("bill"), units: 120),
          AuditDraw.LabelCount(label: LabelID("money \"back\""), units: 78),
        ], batch: 1, guideline: 3,
        drawn: [
          ReleasedValue(
            unit: drawn, value: .label(LabelID("money \"back\"")), source: .model,
            probability: Number("0.93")),
          ReleasedValue(
            unit: UnitID(item: ItemID("tickets:0042")), value: .label(LabelID("bill")),
            source: .unanimous),
        ])),
    .decision(answer),
  ]

  private static let drawn = UnitID(item: ItemID("tickets:\"8\""))

  private static let answer: Decision = {
    var decision = Decision(
      seatID: SeatID(unit: drawn, seat: .main), base: -1, batch: 1,
      outcome: .value(.label(LabelID("bill"))))
    decision.guideline = 3
    decision.votesSeen = .never
    decision.audit = 31
    return decision
  }()
}
