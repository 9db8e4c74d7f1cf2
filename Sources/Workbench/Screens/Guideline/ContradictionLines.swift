import Domain
import Screen

/// Pairs of rulings that contradict each other, line by line: how alike their texts are, then both, the
/// later first, each with what was said for it.
struct ContradictionLines {
  private let pairs: [ContradictingPrecedents]
  private let look: LabelLook
  private let width: Int

  /// - Parameter width: cells of a line.
  init(_ pairs: [ContradictingPrecedents], _ look: LabelLook, width: Int) {
    self.pairs = pairs
    self.look = look
    self.width = width
  }

  var lines: [GuidelineLine] {
    pairs.enumerated().flatMap { index, pair in
      (index == 0 ? [] : [GuidelineLine.blank]) + [heading(pair)] + ruling(pair.later)
        + ruling(pair.earlier)
    }
  }

  /// `.94 alike`, and the question where it is not the usual one.
  private func heading(_ pair: ContradictingPrecedents) -> GuidelineLine {
    let question = pair.later.unit.question
    return .heading(
      "\(Figures.share(pair.likeness)) alike",
      question == .label ? SafeText() : SafeText(question.text).clipped(to: 20))
  }

  private func ruling(_ precedent: Precedent) -> [GuidelineLine] {
    let outcome = precedent.outcome
    var line = GuidelineLine(
      glyph: LabelLook.glyph(outcome), glyphRole: .good,
      text: SafeText(precedent.unit.item.text).clipped(to: 24),
      right: "\(SafeText(precedent.by.text).clipped(to: 12))  \(GuidelineWords.day(precedent.at))",
      unit: precedent.unit)
    if case .value(.label(let label)) = outcome {
      line.labels = [label]
    } else {
      line.text = "\(line.text)  \(look.text(outcome))"
    }
    let words =
      (precedent.cites.map(\.text) + [precedent.reason, precedent.rationale].compactMap { $0 })
      .joined(separator: " · ")
    guard !words.isEmpty else { return [line] }
    let said = SafeText(SafeText.line(words)).clipped(to: max(8, width - 4))
    return [line, GuidelineLine(text: said, role: .dim, indent: 2, unit: precedent.unit)]
  }
}
