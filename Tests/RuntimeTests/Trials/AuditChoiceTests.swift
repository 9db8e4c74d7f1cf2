import Domain
import Testing

@testable import Runtime

/// What an audit draws.
struct AuditChoiceTests {
  private func released(_ counts: (String, Int)...) -> [ReleasedValue] {
    counts.flatMap { label, count in
      (0..<count).map {
        ReleasedValue(
          unit: UnitID(item: ItemID("\(label)\($0)")), value: .label(LabelID(label)),
          source: .majority)
      }
    }
  }

  private func items(_ choice: AuditChoice) -> [String] {
    choice.drawn.map(\.unit.item.text)
  }

  @Test func `every beginning of a draw is a draw, whatever order the units come in`() {
    let all = released(("a", 50), ("b", 10))
    let whole = items(AuditChoice(all, size: 60, floor: 0, seed: 7))
    #expect(Set(whole).count == 60)
    for size in [0, 1, 17, 59] {
      let choice = AuditChoice(all.reversed(), size: size, floor: 0, seed: 7)
      #expect(items(choice) == Array(whole.prefix(size)))
      #expect(choice.labels.map(\.units) == [50, 10])
    }
    #expect(items(AuditChoice(all, size: 60, floor: 0, seed: 8)) != whole)
  }

  @Test func `a floor adds what is missing of a label behind the sample, and no more`() {
    let all = released(("a", 900), ("b", 97), ("c", 3))
    let plain = AuditChoice(all, size: 40, floor: 0, seed: 3)
    let floored = AuditChoice(all, size: 40, floor: 5, seed: 3)
    #expect(floored.drawn.prefix(40) == plain.drawn[...])
    let count = { (label: String, choice: AuditChoice) in
      choice.drawn.count { $0.unit.item.text.hasPrefix(label) }
    }
    #expect(count("a", floored) == count("a", plain))
    #expect(count("b", floored) == max(5, count("b", plain)))
    #expect(count("c", floored) == 3)
    // Of one label they are a beginning of that label's own order.
    let whole = AuditChoice(all, size: 1000, floor: 0, seed: 3).drawn
    for label in ["b", "c"] {
      let own = whole.filter { $0.value == .label(LabelID(label)) }
      #expect(
        floored.drawn.filter { $0.value == .label(LabelID(label)) }
          == Array(own.prefix(count(label, floored))))
    }
  }

  @Test func `each unit is as likely as the others`() {
    let all = released(("a", 12), ("b", 8))
    var taken: [String: Int] = [:]
    for seed in 0..<4000 {
      for item in items(AuditChoice(all, size: 5, floor: 0, seed: UInt64(seed))) {
        taken[item, default: 0] += 1
      }
    }
    // 1000 are expected of each, with a standard deviation of 27.
    #expect(taken.count == 20)
    #expect(taken.values.allSatisfy { (865...1135).contains($0) })
  }

  @Test func `what is no label is drawn, and counted under none`() {
    let number = ReleasedValue(
      unit: UnitID(item: ItemID("n")), value: .number(Number(3)), source: .single)
    let choice = AuditChoice([number] + released(("a", 1)), size: 2, floor: 9, seed: 1)
    #expect(choice.drawn.count == 2)
    #expect(choice.labels == [AuditDraw.LabelCount(label: LabelID("a"), units: 1)])
    #expect(AuditChoice([], size: 3, floor: 3, seed: 1).drawn.isEmpty)
  }
}
