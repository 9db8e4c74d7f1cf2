import Agreement
import Domain
import Store
import Testing

@testable import Runtime

/// What a calibration draws, and how agreement on it is measured.
struct CalibrationChoiceTests {
  private func units(_ label: String, _ count: Int, contested: Int) -> [DrawableUnit] {
    (0..<count).map {
      DrawableUnit(
        item: ItemID("\(label)\($0)"), value: .label(LabelID(label)), isContested: $0 < contested)
    }
  }

  private func choice(
    _ units: [DrawableUnit], size: Int, floor: Int = 0, hard: Double = 0, seed: UInt64 = 1
  ) -> CalibrationChoice {
    CalibrationChoice(
      units, CalibrationChoice.Wish(size: size, floor: floor, hardShare: hard, seed: seed))
  }

  private func count(_ choice: CalibrationChoice, _ label: String) -> Int {
    choice.items.count { $0.text.hasPrefix(label) }
  }

  @Test func `each label gets its share, and rare ones their floor`() {
    let all =
      units("a", 900, contested: 0) + units("b", 97, contested: 0) + units("c", 3, contested: 0)
    let plain = choice(all, size: 100)
    #expect([count(plain, "a"), count(plain, "b"), count(plain, "c")] == [90, 10, 0])
    let floored = choice(all, size: 100, floor: 5)
    #expect(count(floored, "c") == 3)
    #expect(count(floored, "b") >= 5)
    #expect(floored.items.count == 100)
    #expect(Set(floored.items).count == 100)
    #expect(choice([], size: 10).items.isEmpty)
    #expect(choice(units("a", 3, contested: 0), size: 10).items.count == 3)
  }

  @Test func `contested items come first for their share, and no further`() {
    let all = units("a", 100, contested: 30)
    #expect(choice(all, size: 20, hard: 1).hard == 20)
    #expect(choice(all, size: 40, hard: 1).hard == 30)
    #expect(choice(all, size: 40, hard: 1).items.count == 40)
    let half = choice(all, size: 20, hard: 0.5)
    #expect((10...20).contains(half.hard))
    #expect(choice(units("a", 100, contested: 0), size: 20, hard: 1).hard == 0)
  }

  @Test func `the seed and the item say what is drawn, not the order or the company`() {
    let all = units("a", 200, contested: 50)
    let one = choice(all, size: 30, hard: 0.5, seed: 7)
    #expect(Set(choice(all.reversed(), size: 30, hard: 0.5, seed: 7).items) == Set(one.items))
    #expect(Set(choice(all, size: 30, hard: 0.5, seed: 8).items) != Set(one.items))
    let fewer = choice(all, size: 29, hard: 0.5, seed: 7)
    #expect(Set(fewer.items).isSubset(of: one.items))
  }

  private func answers(_ labels: String...) -> [CalibrationMeasure.Answer] {
    labels.enumerated().map {
      CalibrationMeasure.Answer(annotator: AnnotatorID("A\($0)"), value: .label(LabelID($1)))
    }
  }

  @Test func `agreement on a label is the share of company that says it too`() throws {
    // Pairs: aa, ab, ba, bb, single c. Beside an a stand two a and two b of four; the same for b.
    let measure = CalibrationMeasure([
      answers("a", "a"), answers("a", "b"), answers("b", "a"), answers("b", "b"), answers("c"), [],
    ])
    #expect(measure.people == 2)
    #expect(measure.answers == 9)
    #expect(measure.units == 4)
    #expect(measure.agreement.value == 0.5)
    #expect(measure.labels.map(\.value.name) == ["a", "b", "c"])
    #expect(measure.labels.map(\.units) == [3, 3, 0])
    #expect(measure.labels[0].agreement.value == 0.5)
    #expect(measure.labels[2].agreement.value == nil)
    let nothing = CalibrationMeasure([[], []])
    #expect(nothing.agreement.value == nil)
    #expect(nothing.labels.isEmpty)
  }

  @Test func `a result has what was shown, and an undefined label stops nobody`() {
    let measure = CalibrationMeasure(
      Array(repeating: answers("a", "a"), count: 9) + [answers("a", "b"), answers("c")])
    let draw = CalibrationDraw(
      question: .label, size: 11, seed: 1, floor: 0, hard: 0, parts: [], items: [ItemID("i")])
    let score = CalibrationScore(
      seq: 5, draw: draw, measure: measure, before: measure, known: 0, right: 0, batch: 1,
      target: Number("0.9"))
    let figures = score.result.figures
    #expect(figures.map { $0.value?.source } == ["0.900", "0.947", "0.000", nil])
    #expect(figures.map { $0.label?.text } == [nil, "a", "b", "c"])
    #expect(score.result.missing(Number("0.9") ?? Number(1)) == [LabelID("b")])
    #expect(score.result.answers == 21)
  }
}
