package import Agreement
import Screen

/// Preferences for people, at most 80 columns wide.
package enum PreferenceText {
  private static let listed = 12

  package static func lines(_ report: PreferenceReport) -> [String] {
    var lines = headline(report) + [""] + agreement(report).lines()
    lines += position(report) + annotators(report)
    guard report.hasSystems else {
      return lines + [
        "", "  Items do not say whose answers are compared: no strengths, no circles.",
      ]
    }
    return lines + systems(report) + cycles(report) + margins(report)
  }

  private static func headline(_ report: PreferenceReport) -> [String] {
    let counts = report.counts
    var text = report.dimension.map { "Preference, \(Words.plain($0)): " } ?? "Preference: "
    text += "\(Words.count(report.units, "pair")), \(Words.count(counts.total, "vote")): "
    text += "\(Figures.count(counts.first)) for A, \(Words.count(counts.tied, "tie")), "
    text += "\(Figures.count(counts.second)) for B"
    if counts.neither > 0 { text += ", \(Figures.count(counts.neither)) for neither" }
    return TextLines.wrapped(text + ".", indent: 0)
  }

  private static func agreement(_ report: PreferenceReport) -> TextTable {
    var table = TextTable([
      .init("figure"), .init("value", .right), .init("95 % interval", .right),
    ])
    let figures = report.agreement
    var rows: [(String, Estimate)] = [
      ("agreement of pairs of votes", figures.percentAgreement),
      ("where both take a side", figures.sideAgreement),
      ("α, A, tie and B as labels", figures.alphaNominal),
      ("α, the tie in the middle", figures.alphaOrdinal),
    ]
    if let strength = figures.alphaStrength { rows.append(("α, with how much", strength)) }
    rows += [("Fleiss' κ", figures.fleissKappa), ("Gwet's AC1", figures.gwetAC1)]
    for (title, estimate) in rows { table.append([SafeText(title)] + EstimateText.cells(estimate)) }
    return table
  }

  private static func position(_ report: PreferenceReport) -> [String] {
    var sentences: [String] = []
    if let share = report.position.shareOverUnits.value, let p = report.position.p {
      let interval = EstimateText.interval(report.position.shareOverUnits) { Figures.share($0) }
        .map { " (\($0) over pairs)" }
      sentences.append(
        "Place: A takes \(Figures.share(share)) of decided votes\(interval ?? ""); more prefer A on "
          + "\(Words.count(report.position.unitsForFirst, "pair")), B on "
          + "\(Figures.count(report.position.unitsForSecond)), p \(ProbabilityText.text(p)). It speaks of the place "
          + "only where chance decided which answer came first.")
    }
    if let effect = report.orderEffect, let value = effect.value, let interval = effect.interval95 {
      sentences.append(
        "Beside the systems' strengths the first place adds \(Figures.change(value)) log odds "
          + "(\(Figures.share(interval.lower)) to \(Figures.share(interval.upper))).")
    }
    let swaps = report.swaps
    if let consistent = swaps.consistent.value {
      sentences.append(
        "Swapped: of \(Words.count(swaps.repeats, "pair")) seen both ways round by one person "
          + "\(Figures.share(consistent)) say the same; \(Figures.count(swaps.alwaysFirst)) took the "
          + "first both times, \(Figures.count(swaps.alwaysSecond)) the second.")
    }
    return sentences.isEmpty ? [] : [""] + sentences.flatMap { TextLines.wrapped($0, indent: 2) }
  }

  private static func annotators(_ report: PreferenceReport) -> [String] {
    guard !report.annotators.isEmpty else { return [] }
    var table = TextTable([
      .init("annotator", widest: 20), .init("votes", .right), .init("A", .right),
      .init("interval", .right), .init("ties", .right), .init("how much", .right),
      .init("with others", .right),
    ])
    let ordered = report.annotators.enumerated()
      .sorted {
        $0.element.counts.total == $1.element.counts.total
          ? $0.offset < $1.offset : $0.element.counts.total > $1.element.counts.total
      }
      .map(\.element)
    for annotator in ordered.prefix(listed) {
      table.append(
        [SafeText(annotator.name), SafeText(Figures.count(annotator.counts.total))]
          + EstimateText.cells(annotator.position.shareOverUnits)
          + [
            EstimateText.cells(annotator.tieShare)[0],
            SafeText(annotator.meanStrength.map { Figures.fixed($0, places: 2) } ?? "·"),
            EstimateText.cells(annotator.withOthers)[0],
          ])
    }
    return [""] + table.lines() + more(ordered.count - listed)
  }

  private static func systems(_ report: PreferenceReport) -> [String] {
    var table = TextTable([
      .init("system, the strongest first", widest: 24), .init("β", .right),
      .init("95 % interval", .right), .init("wins", .right), .init("ties", .right),
      .init("losses", .right),
    ])
    for system in report.systems.prefix(listed * 2) {
      table.append(
        [SafeText(system.system)] + EstimateText.cells(system.strength)
          + [system.wins, system.ties, system.losses].map { SafeText(Figures.count($0)) })
    }
    var lines = [""] + table.lines() + more(report.systems.count - listed * 2)
    switch report.systems.first?.strength.intervalStatus {
    case .sandwich:
      lines.append("  Intervals of β are over pairs: votes on one pair may hang together.")
    case .tooFewUnits, .oneUnit: lines.append("  Too few pairs for intervals of β.")
    default: break
    }
    if let explanation = report.strengthStatus.explanation {
      lines += TextLines.wrapped("β: \(explanation) A pseudo-count gives one.", indent: 2)
    }
    if let rate = report.tieRate {
      lines.append(
        "  Between equals a tie is \(Figures.fixed(rate, places: 2)) times as likely as a win.")
    }
    return lines
  }

  private static func cycles(_ report: PreferenceReport) -> [String] {
    guard let cycles = report.cycles, cycles.triads > 0 else { return [] }
    var lines = [
      "",
      "  Circles: \(cycles.cyclic) of \(Words.count(cycles.triads, "three", plural: "threes")) of systems.",
    ]
    for (triad, names) in zip(cycles.worst, report.worstCycles).prefix(3) {
      let circle = (names + names.prefix(1)).map { Words.plain($0, limit: 14) }
      lines += TextLines.wrapped(
        circle.joined(separator: " > ") + ", by \(Words.count(triad.margin, "vote")) or more",
        indent: 4)
    }
    if report.promptCycles.triads > 0 {
      lines += TextLines.wrapped(
        "Within one person and prompt: \(report.promptCycles.cyclic) of "
          + "\(Figures.count(report.promptCycles.triads)).", indent: 2)
    }
    return lines
  }

  private static func margins(_ report: PreferenceReport) -> [String] {
    let rows = report.byMargin.filter { $0.units > 0 }
    guard !rows.isEmpty else { return [] }
    var table = TextTable([
      .init("systems apart by", .left), .init("pairs", .right), .init("agreement", .right),
      .init("for the stronger", .right), .init("expected", .right),
    ])
    for row in rows {
      let range =
        row.upper.isFinite
        ? "\(Figures.share(row.lower)) to \(Figures.share(row.upper))"
        : "\(Figures.share(row.lower)) and more"
      table.append([
        SafeText(range), SafeText(Figures.count(row.units)), EstimateText.cells(row.agreement)[0],
        EstimateText.cells(row.forStronger)[0],
        SafeText(row.expectedForStronger.map { Figures.share($0) } ?? "·"),
      ])
    }
    return [""] + table.lines()
  }

  private static func more(_ count: Int) -> [String] {
    count > 0 ? ["  and \(Figures.count(count)) more: --json"] : []
  }
}
