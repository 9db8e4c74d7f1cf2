import Domain
import Ledger

/// The part of a made history that draws audits; rulings on what was drawn name the draw.
extension MadeLog {
  mutating func drawAudit() {
    let isLong = Bool.random(using: &numbers)
    let items = (0..<(isLong ? 60 : 12)).map { $0 % 40 }
    var drawn: [ReleasedValue] = []
    for item in Array(Set(items)).sorted().shuffled(using: &numbers) {
      let unit = UnitID(
        item: ItemID("item:\(item) \u{301}é"),
        question: QuestionID(item.isMultiple(of: 7) ? "tone\n\"x\"" : "label"))
      let value = MadeValues.values[item % (isLong ? 13 : 9)]
      drawn.append(
        ReleasedValue(
          unit: unit, value: value,
          source: ReleaseSource.allCases[item % ReleaseSource.allCases.count],
          probability: item.isMultiple(of: 3) ? Number("0.9\(item)0") : nil))
    }
    let size = Int.random(in: 1...drawn.count, using: &numbers)
    record(
      .audit(
        AuditDraw(
          size: size, floor: size < drawn.count ? 2 : 0, seed: numbers.next(),
          ruled: state.seats.count, open: 200,
          labels: isLong
            ? [] : ["", "a\n", "é \"q\""].map { .init(label: LabelID($0), units: 9) },
          batch: state.imports.count, guideline: state.guideline.version, drawn: drawn)),
      by: "lena")
  }

  /// The draw that a ruling on a unit names.
  func audit(of seat: SeatID) -> Int? {
    guard seat.seat == .main, let audit = state.audit,
      audit.draw.drawn.contains(where: { $0.unit == seat.unit })
    else { return nil }
    return audit.seq
  }
}
