import Agreement
import Domain

/// Seeded random answers of annotators who look at the same things and see them a little differently.
struct RandomRegions {
  private var random: SeededRandom

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func label() -> LabelID { LabelID(["a", "b", "c"][number(0...2)]) }

  /// Spans without overlaps in a text of 60 characters.
  mutating func spans() -> [Domain.Span] {
    var spans: [Domain.Span] = []
    var position = number(0...6)
    while position < 50, spans.count < 6 {
      let end = position + number(1...6)
      spans.append(Domain.Span(start: position, end: end, label: label()))
      position = end + number(0...12)
    }
    return spans
  }

  /// Spans like those given: some left out, some moved, some with another label.
  mutating func varied(_ spans: [Domain.Span]) -> [Domain.Span] {
    spans.compactMap { span in
      guard number(0...5) > 0 else { return nil }
      let start = max(0, span.start + (number(0...2) == 0 ? number(-1...1) : 0))
      return Domain.Span(
        start: start, end: max(start + 1, span.end + (number(0...3) == 0 ? number(-1...1) : 0)),
        label: number(0...4) == 0 ? label() : span.label)
    }
  }

  mutating func boxes() -> [Box] {
    (0..<number(0...5)).map { _ in
      Box(
        x: Number(number(0...30)), y: Number(number(0...30)), width: Number(number(4...20)),
        height: Number(number(4...20)), label: label())
    }
  }

  mutating func varied(_ boxes: [Box]) -> [Box] {
    boxes.compactMap { box in
      guard number(0...5) > 0 else { return nil }
      return Box(
        x: Number(Int(box.x.double) + number(-2...2)),
        y: Number(Int(box.y.double) + number(-2...2)), width: box.width, height: box.height,
        label: number(0...4) == 0 ? label() : box.label)
    }
  }

  /// Units with two to four of four annotators.
  mutating func units(_ count: Int, kind: RegionKind) -> [RegionUnit] {
    (0..<count).map { _ in
      let truth = spans()
      let things = boxes()
      let skipped = number(0...5)
      return RegionUnit(
        answers: (0..<4).filter { $0 != skipped }.map { annotator in
          RegionUnit.Answer(
            annotator: annotator,
            regions: kind == .spans ? .spans(varied(truth)) : .boxes(varied(things)))
        }, length: kind == .spans ? 64 : nil)
    }
  }

  mutating func shuffled<Element>(_ list: [Element]) -> [Element] { list.shuffled(using: &random) }
}
