import Agreement
import Domain
import Screen

/// `annotators --adjudicators` for people: what stands out in sentences, then tables, the most rulings
/// first.
package enum AdjudicatorsText {
  private static let listed = 24
  private static let nameWidth = 16

  package static func lines(_ report: AdjudicatorReport) -> [String] {
    guard !report.standings.isEmpty else {
      return TextLines.wrapped(
        "\(title(report)): nobody has ruled yet. The workbench and `tiebreak rule` make rulings.",
        indent: 0)
    }
    var lines = TextLines.wrapped(headline(report), indent: 0)
    let remarks = AdjudicatorRemarks.sentences(report)
    if !remarks.isEmpty { lines += [""] + remarks.flatMap { TextLines.wrapped($0, indent: 2) } }
    for table in [work(report), others(report), themselves(report), outcomes(report)] {
      lines += [""] + table
    }
    return lines + [""] + notes(report).flatMap { TextLines.wrapped($0, indent: 2) }
  }

  private static func title(_ report: AdjudicatorReport) -> String {
    Words.plain(report.source) + (report.question.map { ", " + Words.plain($0.text) } ?? "")
  }

  private static func headline(_ report: AdjudicatorReport) -> String {
    "\(title(report)): \(Words.count(report.standings.count, "adjudicator")), "
      + "\(Words.count(report.rulings, "ruling")) on \(Words.count(report.units, "unit"))."
  }

  private static func work(_ report: AdjudicatorReport) -> [String] {
    var table = TextTable([
      .init("the most rulings", widest: nameWidth), .init("rulings", .right),
      .init("seconds", .right), .init("days", .right),
      .init("\(AdjudicatorStanding.daysShown) days"),
    ])
    let scale = report.standings.flatMap(\.days).max() ?? 0
    for standing in report.standings.prefix(listed) {
      table.append([
        SafeText(standing.member.text), SafeText(Figures.count(standing.rulings)),
        SafeText(standing.pace.median.map { AnnotatorsText.seconds($0) } ?? "·"),
        SafeText(Figures.count(standing.daysWorked)), SafeText(bars(standing.days, most: scale)),
      ])
    }
    return table.lines() + AnnotatorsText.more(report.standings.count - listed)
  }

  private static func others(_ report: AdjudicatorReport) -> [String] {
    var table = TextTable([
      .init("beside others", widest: nameWidth), .init("against", .right), .init("95 %", .right),
      .init("taken back", .right), .init("overturned", .right), .init("95 %", .right),
    ])
    for standing in report.standings.prefix(listed) {
      table.append(
        [SafeText(standing.member.text)] + cells(standing.againstLeading)
          + [cells(standing.withdrawn)[0]] + cells(standing.overturned))
    }
    return table.lines()
  }

  private static func themselves(_ report: AdjudicatorReport) -> [String] {
    let rows = report.standings.prefix(listed)
    let hasRepeats = rows.contains { $0.again.total > 0 }
    let isBlind = rows.contains { $0.changedMind.total > 0 }
    var columns: [TextTable.Column] = [.init("by themselves", widest: nameWidth)]
    if hasRepeats {
      columns += [.init("again", .right), .init("95 %", .right), .init("pairs", .right)]
    }
    if isBlind { columns += [.init("changed", .right), .init("95 %", .right)] }
    columns += [.init("cite", .right), .init("say why", .right)]
    var table = TextTable(columns)
    for standing in rows {
      var line = [SafeText(standing.member.text)]
      if hasRepeats {
        line += cells(standing.again) + [SafeText(Figures.count(standing.again.total))]
      }
      if isBlind { line += cells(standing.changedMind) }
      table.append(line + [cells(standing.citing)[0], cells(standing.reasoned)[0]])
    }
    return table.lines()
  }

  private static func outcomes(_ report: AdjudicatorReport) -> [String] {
    let titles: [(OutcomeKind, SafeText)] = [
      (.value, "value"), (.noneOfThese, "none"), (.ambiguous, "ambiguous"),
      (.notAnnotatable, "unfit"), (.outsideGuideline, "outside"), (.escalated, "escalated"),
    ]
    var table = TextTable(
      [.init("outcomes", widest: nameWidth)] + titles.map { .init($0.1, .right) })
    for standing in report.standings.prefix(listed) {
      let counts = titles.map { kind, _ in
        standing.outcomes.first { $0.kind == kind }?.count ?? 0
      }
      table.append(
        [SafeText(standing.member.text)]
          + counts.map { SafeText($0 == 0 ? "·" : Figures.count($0)) })
    }
    return table.lines()
  }

  private static func notes(_ report: AdjudicatorReport) -> [String] {
    var notes = [
      "against: of the units whose ratings one value leads, those ruled otherwise; taken back: by"
        + " themselves; overturned: reopened by a lead, or ruled otherwise by somebody later."
        + " Shares with Wilson's interval; below \(AdjudicatorStanding.enough) cases it is too few"
        + " to judge."
    ]
    if report.standings.contains(where: { $0.again.total > 0 }) {
      notes.append("again: ruled the same where a unit was shown to them again unawares.")
    }
    if report.standings.contains(where: { $0.changedMind.total > 0 }) {
      notes.append("changed: ruled otherwise than before they saw the votes.")
    }
    notes.append(
      "days: those with a ruling; the series ends on \(report.today.text.prefix(10)). seconds: the"
        + " median from opening an item to ruling. unfit: not annotatable; outside: outside the"
        + " guideline.")
    return notes
  }

  private static func cells(_ share: AdjudicatorStanding.Share) -> [SafeText] {
    guard share.total > 0 else { return ["·", ""] }
    guard !share.isEnough else { return EstimateText.cells(share.estimate) }
    return ["\(Figures.count(share.count)) of \(Figures.count(share.total))", "too few"]
  }

  private static func bars(_ days: [Int], most: Int) -> String {
    days.map { count in
      guard count > 0, most > 0 else { return TrendScale.gap }
      let last = TrendScale.glyphs.count - 1
      return TrendScale.glyphs[(count * last + most - 1) / most]
    }.joined()
  }
}
