import Domain
import Screen
import Workbench

/// `release` as text: the checks, what would go out, gold by label.
package enum ReleaseText {
  package static func lines(_ standing: ReleaseStanding) -> [String] {
    let look = LabelLook(standing.configuration)
    var lines = [sentence(standing), ""]
    var checks = TextTable([
      .init(""), .init("check", widest: 28), .init("is", .right), .init("must be", .right),
      .init("", widest: 24),
    ])
    for check in standing.gate.checks {
      let words = GateWords(check, look)
      checks.append([words.glyph, words.name, words.figure, words.bar, words.aside])
    }
    lines += checks.lines()
    let failing = standing.gate.failing.map { GateWords($0, look).explanation(standing.figures) }
    if !failing.isEmpty { lines.append("") }
    lines += failing.flatMap { TextLines.wrapped("× " + $0, indent: 2, hanging: 2) }
    lines += ["", "What would go out"]
    lines += sources(standing.figures)
    if let outlook = standing.figures.outlook {
      let words = OutlookWords(outlook)
      lines += ["", "What further rulings would bring"]
      lines += TextLines.wrapped(words.now, indent: 2)
      lines += [100, 20].lazy.compactMap { words.worth(of: $0) }.prefix(1).map { "  " + $0 }
      lines += TextLines.wrapped(OutlookWords.note, indent: 2)
    }
    if let audit = standing.figures.audit {
      lines += ["", "Audit"] + TextLines.wrapped(AuditWords(audit).line, indent: 2)
    }
    guard !standing.figures.gold.isEmpty else { return lines }
    lines += ["", "Gold by label"]
    return lines + gold(standing.figures, look)
  }

  package static func sentence(_ standing: ReleaseStanding) -> String {
    let failing = standing.gate.failing.count
    let barred = standing.gate.barred.count
    guard failing > 0 else { return "Ready: all \(barred) checks pass." }
    return "Not ready: \(failing) of \(barred) checks \(failing == 1 ? "fails" : "fail")."
  }

  private static func sources(_ figures: ReleaseFigures) -> [String] {
    var table = TextTable([.init(""), .init("", .right), .init("", .right)])
    let rows = [
      ("unanimous", figures.unanimous), ("majority", figures.majority), ("ruled", figures.ruled),
      ("ambiguous, kept as shares", figures.ambiguous),
      ("ruled to have no value", figures.withoutValue), ("rated by one only", figures.single),
      ("contested, out by \(figures.choice == .model ? "models" : "majority")", figures.unruled),
      ("open, left out", figures.leftOut),
    ]
    for (name, count) in rows {
      let share = figures.units > 0 ? Double(count) / Double(figures.units) : 0
      table.append([
        SafeText(name), SafeText(Figures.count(count)), SafeText(GateWords.percent(share)),
      ])
    }
    return Array(table.lines().dropFirst())
  }

  private static func gold(_ figures: ReleaseFigures, _ look: LabelLook) -> [String] {
    var table = TextTable([
      .init("label", widest: 28), .init("rows", .right), .init("unanimous", .right),
      .init("majority", .right), .init("ruled", .right), .init("single", .right),
    ])
    for count in figures.gold where count.total > 0 {
      table.append([
        look.text(count.value), SafeText(Figures.count(count.total)),
        SafeText(Figures.count(count.unanimous)), SafeText(Figures.count(count.majority)),
        SafeText(Figures.count(count.ruled)), SafeText(Figures.count(count.single)),
      ])
    }
    return table.lines()
  }
}
