import Agreement
package import Domain
import Screen
import Store
package import Workbench

/// Audits as text of at most 80 columns.
package enum AuditText {
  /// What was drawn, and what to do next.
  package static func drawn(_ audit: RecordedAudit) -> [String] {
    let draw = audit.draw
    var text =
      "\(Words.count(draw.drawn.count, "unit")) of \(Figures.count(draw.open)) that would be released "
      + "without a ruling \(draw.drawn.count == 1 ? "is" : "are") drawn, by event \(audit.seq) with "
      + "seed \(draw.seed)."
    let more = draw.drawn.count - draw.size
    if more > 0 {
      text +=
        " \(Figures.count(draw.size)) are the random sample, \(Figures.count(more)) were added "
        + "for labels that it has fewer than \(Figures.count(draw.floor)) of."
    }
    text +=
      " They stand first in the queue: rule on them like on any item. What would be released for them "
      + "is not shown."
    return TextLines.wrapped(text, indent: 0) + ["  tiebreak audit"]
  }

  /// What stands.
  package static func lines(_ report: AuditReport?, _ look: LabelLook) -> [String] {
    guard let report else {
      return [
        "Nobody drew an audit yet.", "  How many to draw:  tiebreak audit advise --bound .98",
        "  A lead draws:      tiebreak audit draw --size 60",
      ]
    }
    let audit = report.progress.audit
    let draw = audit.draw
    var lines = TextLines.wrapped(
      "Drawn by \(Words.plain(audit.by.text)) at \(audit.at.text.prefix(16)), event \(audit.seq), seed "
        + "\(draw.seed): \(Figures.count(draw.drawn.count)) of \(Figures.count(draw.open)) without a "
        + "ruling; \(Figures.count(draw.ruled)) were ruled.", indent: 0)
    lines.append("")
    let words = AuditWords(report.standing)
    lines += TextLines.wrapped(words.line, indent: 2)
    lines.append("")
    lines += TextLines.wrapped(words.sentences.joined(separator: " "), indent: 0)
    if !report.labels.isEmpty, report.standing.accuracy != nil {
      lines += ["", "Right, of what would have been released with a label"]
      lines += labels(report.labels, look)
    }
    guard !report.wrong.isEmpty else { return lines }
    return lines + ["", "Wrong"] + wrong(report.wrong, look)
  }

  private static func labels(_ labels: [AuditReport.Label], _ look: LabelLook) -> [String] {
    var table = TextTable([
      .init("label", widest: 24), .init("released", .right), .init("ruled", .right),
      .init("right", .right), .init("share", .right), .init("95 %"),
    ])
    for label in labels {
      table.append([
        look.name(label.label), SafeText(Figures.count(label.open)),
        "\(Figures.count(label.ruled)) of \(Figures.count(label.drawn))",
        SafeText(Figures.count(label.right)),
        SafeText(label.share.map { Figures.share($0) } ?? "·"),
        SafeText(
          label.limits.map { "\(AuditWords.below($0.low)) to \(AuditWords.above($0.high))" } ?? "·"),
      ])
    }
    return table.lines()
  }

  private static func wrong(_ units: [AuditedUnit], _ look: LabelLook) -> [String] {
    var table = TextTable([
      .init("item", widest: 26), .init("would have been", widest: 18), .init("on"),
      .init("ruled", widest: 18),
    ])
    for unit in units {
      let name = unit.label.unit
      table.append([
        name.question == .label ? "\(name.item.text)" : "\(name.item.text) \(name.question.text)",
        look.text(unit.value ?? unit.label.value), SafeText(unit.label.source.rawValue),
        unit.standing.map { look.text($0.outcome) } ?? "",
      ])
    }
    return table.lines()
  }

  /// How many to draw.
  package static func advice(_ advice: AuditAdvice) -> [String] {
    let bound = AuditWords.below(advice.bound)
    let expected = AuditWords.nearest(advice.expected)
    let stand =
      "\(Words.count(advice.ruled, "unit")) ruled, \(Figures.count(advice.open)) would be released "
      + "without a ruling."
    guard let least = advice.least else {
      return TextLines.wrapped(
        "\(stand) No audit can show \(bound): there is too little to draw from.", indent: 0)
    }
    guard least > 0 else {
      return TextLines.wrapped(
        "\(stand) So much is ruled that \(bound) is reached whatever the rest says.", indent: 0)
    }
    guard let size = advice.size else {
      return TextLines.wrapped(
        "\(stand) If \(expected) of these are right, no audit shows \(bound), however large; if all "
          + "drawn ones are, \(Figures.count(least)) do. Rule on more of them first.", indent: 0)
    }
    var text = "\(stand) To show that at least \(bound) of the release are right, draw "
    if size == least {
      text += "\(Figures.count(size)): that does where none of them is wrong."
    } else {
      text +=
        "\(Figures.count(size)), if \(expected) of these are right; \(Figures.count(least)) do only "
        + "where none of them is wrong."
    }
    return TextLines.wrapped(text, indent: 0) + ["  tiebreak audit draw --size \(size)"]
  }
}
