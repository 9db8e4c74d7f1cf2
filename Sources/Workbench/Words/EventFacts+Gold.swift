import Domain
import Screen

/// What events say that hold annotators against something.
extension EventFacts {
  func gold(_ change: GoldChange, _ words: EventWords) -> [Fact] {
    guard let mark = change.mark else {
      let facts = [Fact(name: "gold", value: "no longer", role: .warn)] + unit(change.unit)
      return facts + (change.reason.map { [Fact(name: "reason", value: "\($0)")] } ?? [])
    }
    var facts = [Fact(name: "gold", value: words.outcomeText, stripe: words.stripe)]
    facts += unit(change.unit)
    if let ruling = mark.ruling {
      facts.append(Fact(name: "from", value: "the ruling at \(Figures.count(ruling))"))
    }
    if mark.guideline > 0 { facts.append(Fact(name: "guideline", value: "v\(mark.guideline)")) }
    return facts
  }

  func calibration(_ step: Calibration) -> [Fact] {
    switch step {
    case .draw(let draw):
      [
        Fact(
          name: "drawn",
          value: "\(Figures.count(draw.items.count)) items, \(Figures.count(draw.hard)) contested"),
        Fact(name: "question", value: "\(draw.question.text)"),
        Fact(name: "seed", value: "\(String(draw.seed))"),
        Fact(name: "floor", value: "\(Figures.count(draw.floor)) of each label"),
      ] + tried(draw.parts)
    case .result(let result):
      [
        Fact(name: "calibration", value: "of the draw at \(Figures.count(result.draw))"),
        Fact(
          name: "answers",
          value: "\(Figures.count(result.answers)) of \(Figures.count(result.people)) annotators"),
      ] + result.figures.map { figure($0, target: result.target) } + tried(result.parts)
    }
  }

  private func figure(_ figure: CalibrationFigure, target: Number?) -> Fact {
    let name: SafeText = figure.label.map { look.name($0) } ?? "all labels"
    guard let value = figure.value else { return Fact(name: name, value: "undefined") }
    var text = value.source
    if let low = figure.low, let high = figure.high { text += " [\(low.source), \(high.source)]" }
    let isBelow = target.map { value < $0 } ?? false
    return Fact(name: name, value: "\(text)", role: isBelow ? .warn : .text)
  }

  private func tried(_ parts: [TriedPart]) -> [Fact] {
    parts.enumerated().map { index, tried in
      Fact(name: index == 0 ? "tries" : "", value: "\(tried.part.key), as of event \(tried.seq)")
    }
  }
}
