import Domain
import Ledger

/// The part of a made history that holds annotators against something.
extension MadeLog {
  mutating func mark(_ unit: UnitID) {
    let base = state.gold[unit]?.seq ?? -1
    if base >= 0, Bool.random(using: &numbers) {
      let reason = Bool.random(using: &numbers) ? "wrong \u{1B}[1m\"itself\"" : nil
      return record(
        .gold(GoldChange(unmarking: unit, base: base, reason: reason)), by: "ruth")
    }
    let version = state.guideline.version
    let standing = state.seats[SeatID(unit: unit, seat: .main)]
    if let standing, standing.status == .ruled, Self.isGold(standing.outcome) {
      let mark = GoldMark(outcome: standing.outcome, ruling: standing.seq, guideline: version)
      return record(.gold(GoldChange(marking: unit, base: base, as: mark)), by: "ümit")
    }
    let outcomes = MadeValues.outcomes.filter(Self.isGold)
    let mark = GoldMark(outcome: outcomes[drafts.count % outcomes.count], guideline: version)
    record(.gold(GoldChange(marking: unit, base: base, as: mark)), by: "lena")
  }

  private static func isGold(_ outcome: Outcome) -> Bool {
    outcome != .ambiguous && outcome != .escalated
  }

  mutating func drawCalibration() {
    let parts = state.guideline.pending.map {
      TriedPart(part: $0, seq: state.guideline.position(of: $0) ?? 0)
    }
    let count = Bool.random(using: &numbers) ? 3 : 400
    let items = (0..<count).map { ItemID("item:\($0) \u{301}é\t\"") }
    record(
      .calibrate(
        .draw(
          CalibrationDraw(
            question: QuestionID("tone\n\"x\""), size: count, seed: numbers.next(), floor: 2,
            hard: 1, parts: parts, guideline: state.guideline.version, items: items))), by: "ruth")
  }

  mutating func recordCalibration() {
    let draws = state.calibrations.compactMap { seq, step -> (Int, CalibrationDraw)? in
      if case .draw(let draw) = step { (seq, draw) } else { nil }
    }
    guard let (seq, draw) = draws.max(by: { $0.0 < $1.0 }) else { return }
    let isDefined = Bool.random(using: &numbers)
    let figures = [
      CalibrationFigure(
        label: nil, units: 3, value: Number("0.5"), low: Number("-0.10"), high: Number("1")),
      CalibrationFigure(label: LabelID("a\n"), units: 0, value: isDefined ? Number("1e-2") : nil),
      CalibrationFigure(label: LabelID("é \"q\""), units: 2, value: Number("1.0")),
    ]
    record(
      .calibrate(
        .result(
          CalibrationResult(
            draw: seq, parts: draw.parts, batch: state.imports.count, people: 3, answers: 9,
            figures: figures, target: isDefined ? Number("0.80") : nil))), by: "lena")
  }

  /// The last calibration that may be named for these changes.
  func calibration(of changes: [PublishedChange]) -> Int? {
    state.calibrations.keys.sorted().last { seq in
      guard case .result(let result)? = state.calibrations[seq] else { return false }
      return result.covers(changes)
    }
  }
}
