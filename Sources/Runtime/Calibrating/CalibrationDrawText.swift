import Agreement
package import Domain
import Screen
package import Store

/// Calibrations as text of at most 80 columns.
package enum CalibrationDrawText {
  /// Every draw and result, a line each.
  package static func list(_ calibrations: [RecordedCalibration]) -> [String] {
    guard !calibrations.isEmpty else {
      return [
        "Nothing was calibrated yet.", "  Draw items:  tiebreak calibrate draw --out FILE",
      ]
    }
    var table = TextTable([
      .init("event", .right), .init("step"), .init("at"), .init("by", widest: 14),
      .init("items", .right), .init("tries", widest: 28, cut: .end),
    ])
    for recorded in calibrations {
      var cells = [
        SafeText(String(recorded.seq)), SafeText(recorded.step.step.rawValue),
        SafeText(String(recorded.at.text.prefix(16))), SafeText(recorded.by.text),
      ]
      switch recorded.step {
      case .draw(let draw):
        cells += [SafeText(Figures.count(draw.items.count)), SafeText(parts(draw.parts))]
      case .result(let result):
        let figure = result.figures.first
        cells += [
          SafeText(Figures.count(figure?.units ?? 0)),
          "of event \(result.draw): \(figure?.value?.source ?? "undefined")",
        ]
      }
      table.append(cells)
    }
    return table.lines()
  }

  /// What was drawn, and what to do next.
  package static func drawn(_ recorded: RecordedDraw, to path: String?) -> [String] {
    let draw = recorded.draw
    var text =
      "\(Words.count(draw.items.count, "item")) \(draw.items.count == 1 ? "is" : "are") drawn, "
      + "\(Figures.count(draw.hard)) of them contested, by event \(recorded.seq)."
    if let path { text += " They are in \(Words.plain(path, limit: 200))." }
    let round = CalibrationDraw.round(of: recorded.seq)
    let next =
      path == nil
      ? "  tiebreak calibrate export \(recorded.seq) --out FILE"
      : "  tiebreak import ANSWERS --trial \(round)"
    return TextLines.wrapped(text, indent: 0)
      + TextLines.wrapped("They try \(parts(draw.parts)).", indent: 0) + [next]
  }

  /// How well annotators agree, label by label.
  package static func score(_ score: CalibrationScore) -> [String] {
    let measure = score.measure
    guard measure.answers > 0 else {
      return [
        "Nobody has answered the draw at event \(score.seq) yet.",
        "  tiebreak import ANSWERS --trial \(CalibrationDraw.round(of: score.seq))",
      ]
    }
    var lines = TextLines.wrapped(
      "\(Words.count(measure.answers, "answer")) of \(Words.count(measure.people, "annotator")) to "
        + "\(Words.count(score.draw.items.count, "item")) drawn at event \(score.seq); they try "
        + "\(parts(score.draw.parts)).", indent: 0)
    lines += table(score).lines()
    lines += TextLines.wrapped(verdict(score), indent: 0)
    if score.known > 0 {
      lines += TextLines.wrapped(
        "Of \(Words.count(score.known, "answer")) on items that are ruled or gold, "
          + "\(Figures.count(score.right)) say the same.", indent: 0)
    }
    if let size = score.advisedSize, size > score.draw.items.count {
      lines += TextLines.wrapped(
        "To know each label's agreement to ± \(Figures.share(CalibrationScore.halfWidth)), draw "
          + "about \(Words.count(size, "item")).", indent: 0)
    }
    return lines
  }

  private static func table(_ score: CalibrationScore) -> TextTable {
    var columns: [TextTable.Column] = [
      .init("label", widest: 22), .init("items", .right), .init("agree", .right), .init("95 %"),
      .init("before", .right),
    ]
    if score.target != nil { columns.append(.init("")) }
    var table = TextTable(columns)
    let target = score.target?.double
    func append(
      _ name: SafeText, _ units: Int, _ estimate: Estimate, before: Estimate?
    ) {
      var cells = [name, SafeText(Figures.count(units))] + EstimateText.cells(estimate)
      cells.append(EstimateText.share(before))
      if let target {
        cells.append(SafeText(estimate.value.map { $0 < target ? "below" : "reached" } ?? "·"))
      }
      table.append(cells)
    }
    append(
      "all labels", score.measure.units, score.measure.agreement, before: score.before.agreement)
    for label in score.measure.labels {
      append(
        SafeText(label.value.name), label.units, label.agreement,
        before: score.before.label(label.value)?.agreement)
    }
    return table
  }

  private static func verdict(_ score: CalibrationScore) -> String {
    guard let target = score.target else { return "No target is set: [guideline] target." }
    let missing = score.result.missing(target)
    guard !missing.isEmpty else {
      return "Every figure reaches \(Words.plain(target.source))."
    }
    let names = missing.map { $0.map { Words.plain($0.text) } ?? "all labels" }
    return "Below \(Words.plain(target.source)): \(Words.list(names))."
  }

  /// What a recorded result means for the next version, in a sentence.
  package static func said(_ result: CalibrationResult, _ event: Event) -> String {
    let tail: String
    switch result.target.map({ result.reaches($0) }) {
    case true?: tail = "It reaches the target."
    case false?: tail = "It does not reach the target: whoever publishes says why (--waive)."
    case nil: tail = "No target is set."
    }
    return "The result is recorded, by event \(event.seq). \(tail)"
  }

  static func parts(_ parts: [TriedPart]) -> String {
    parts.isEmpty
      ? "the version in force" : Words.list(parts.map { Words.plain($0.part.key) }, limit: 6)
  }
}
