import Agreement
package import Domain
import Screen
import Store

/// Gold as text of at most 80 columns.
package enum GoldText {
  /// Every unit that is gold, a line each, then what may be wrong with gold itself.
  package static func units(_ report: GoldReport) -> [String] {
    guard !report.entries.isEmpty else {
      return [
        "Nothing is gold yet.", "  Make a ruling gold:  tiebreak gold mark ITEM --from-ruling",
        "  Say a value:         tiebreak gold mark ITEM --label LABEL",
      ]
    }
    var table = TextTable([
      .init("item", widest: 20), .init("gold", widest: 14), .init("by", widest: 14),
      .init("at"), .init("v", .right), .init("passed", .right), .init(""),
    ])
    for entry in report.entries {
      var cells = [SafeText(name(entry.gold.unit)), SafeText(Words.outcome(entry.gold.outcome))]
      switch entry.gold.origin {
      case .marked(let standing, let mark):
        cells += [
          SafeText(standing.by.text), SafeText(String(standing.at.text.prefix(10))),
          SafeText(mark.guideline > 0 ? String(mark.guideline) : "·"),
        ]
      case .imported(let batch): cells += ["batch \(batch)", "·", "·"]
      }
      cells.append(entry.asked > 0 ? "\(entry.passed) of \(entry.asked)" : "·")
      cells.append(SafeText(mark(entry)))
      table.append(cells)
    }
    return table.lines() + remarks(report)
  }

  /// Every annotator beside gold.
  ///
  /// - Parameter pass: the rate that is asked for; nil for none.
  package static func people(_ report: GoldReport, pass: Double?) -> [String] {
    guard !report.people.isEmpty else {
      return ["No answer to anything that is gold counts here."]
    }
    var columns: [TextTable.Column] = [
      .init("annotator", widest: 18), .init("passed", .right), .init("rate", .right),
      .init("95 %"), .init("unseen", .right),
    ]
    if pass != nil { columns.append(.init("")) }
    var table = TextTable(columns)
    for person in report.people {
      var cells: [SafeText] = [
        SafeText(person.annotator.text), "\(person.passed) of \(person.asked)",
      ]
      cells += EstimateText.cells(person.rate)
      cells.append(SafeText(Figures.count(person.seeded)))
      if let pass { cells.append(SafeText(person.verdict(at: pass).map(words) ?? "·")) }
      table.append(cells)
    }
    return table.lines() + confusions(report, pass: pass) + remarks(report)
  }

  private static func confusions(_ report: GoldReport, pass: Double?) -> [String] {
    let lines = report.people.flatMap { person -> [String] in
      let isBelow = pass.map { (person.rate.value ?? 1) < $0 } ?? true
      guard isBelow, let worst = person.confusions.first else { return [] }
      let text =
        "\(Words.plain(person.annotator.text)): \(Words.value(worst.said)) for "
        + "\(Words.value(worst.right)), \(times(worst.count)) of "
        + "\(Words.count(person.asked - person.passed, "failure"))."
      return TextLines.wrapped(text, indent: 2, hanging: 2)
    }
    guard !lines.isEmpty else { return [] }
    return ["", pass == nil ? "What each fails most:" : "Whom to calibrate on what:"] + lines
  }

  /// What may be wrong with gold itself, and what was not measured.
  private static func remarks(_ report: GoldReport) -> [String] {
    var lines: [String] = []
    for entry in report.entries {
      guard let suspicion = entry.suspicion else { continue }
      lines += TextLines.wrapped(sentence(entry, suspicion), indent: 2, hanging: 2)
    }
    if !lines.isEmpty { lines = ["", "The gold itself may be wrong here:"] + lines }
    let bereft = report.entries.filter(\.gold.isBereft).map { Words.plain(name($0.gold.unit)) }
    if !bereft.isEmpty {
      lines += [""]
      lines += TextLines.wrapped(
        "The ruling that made them gold no longer stands: \(Words.list(bereft)).", indent: 0)
    }
    if report.unmeasured > 0 {
      lines += [""]
      lines += TextLines.wrapped(
        "\(Words.count(report.unmeasured, "unit")) \(report.unmeasured == 1 ? "says" : "say") no "
          + "value that an answer could be held against.", indent: 0)
    }
    return lines
  }

  private static func sentence(
    _ entry: GoldReport.Entry, _ suspicion: GoldSuspicion
  ) -> String {
    let (failed, asked) = (suspicion.count.failed, suspicion.count.asked)
    var text =
      "\(Words.plain(name(entry.gold.unit))): \(failed) of \(asked) failed it, where "
      + "\(Figures.share(suspicion.usual)) of the answers to others fail"
    if let rival = entry.rival { text += "; most of them say \(Words.value(rival))" }
    return text + ". Chance does that \(chance(suspicion.chance))."
  }

  private static func chance(_ share: Double) -> String {
    share < 0.000_001
      ? "less than once in a million times"
      : "once in \(Figures.count(Int((1 / share).rounded()))) times"
  }

  private static func mark(_ entry: GoldReport.Entry) -> String {
    if entry.gold.isBereft { return "no ruling" }
    return entry.suspicion == nil ? "" : "suspect"
  }

  static func words(_ verdict: GoldReport.Person.Verdict) -> String {
    switch verdict {
    case .passes: "passes"
    case .passesSoFar: "passes so far"
    case .belowSoFar: "below so far"
    case .needsCalibration: "needs calibration"
    }
  }

  private static func times(_ count: Int) -> String {
    count == 1 ? "once" : "\(Figures.count(count)) times"
  }

  private static func name(_ unit: UnitID) -> String {
    unit.question == .label ? unit.item.text : "\(unit.item.text) \(unit.question.text)"
  }

  /// What became of a mark, in a sentence.
  package static func said(_ change: GoldChange, _ event: Event) -> String {
    let unit = Words.plain(name(change.unit))
    guard let mark = change.mark else {
      return "\(unit) is gold no longer, from event \(event.seq) on."
    }
    let from = mark.ruling.map { ", as ruled at event \($0)" } ?? ""
    return "\(unit) is gold: \(Words.outcome(mark.outcome))\(from); event \(event.seq)."
  }
}
