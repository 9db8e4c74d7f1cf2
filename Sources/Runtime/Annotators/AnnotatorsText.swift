import Agreement
import Domain
import Screen

/// `annotators` for people: what stands out in sentences, then tables, the worst first.
package enum AnnotatorsText {
  static let width = 80
  private static let listed = 24
  /// Names get what the columns of numbers leave.
  static func nameWidth(_ report: AnnotatorReport) -> Int {
    let isTimed = report.standings.contains { !$0.trend.windows.isEmpty || $0.pace.ratings > 0 }
    return isTimed ? 16 : 20
  }

  package static func lines(_ report: AnnotatorReport) -> [String] {
    var lines = TextLines.wrapped(headline(report), indent: 0)
    let remarks = AnnotatorRemarks.sentences(report)
    if !remarks.isEmpty { lines += [""] + remarks.flatMap { TextLines.wrapped($0, indent: 2) } }
    lines += [""] + agreement(report)
    for table in [references(report, .gold), references(report, .rulings), themselves(report)]
    where !table.isEmpty {
      lines += [""] + table
    }
    lines += [""] + AnnotatorNotes.lines(report)
    if report.rowsRefused > 0 {
      lines += [
        "", "\(Words.count(report.rowsRefused, "row")) left out: they could not be read.",
      ]
    }
    return lines
  }

  static func title(_ report: AnnotatorReport) -> String {
    var text = Words.plain(report.votes.source)
    if report.isOneOfSeveral { text += ", " + Words.plain(report.votes.question.text) }
    return text
  }

  private static func headline(_ report: AnnotatorReport) -> String {
    let rated = report.votes.ratedUnits
    return title(report)
      + ": \(Words.count(report.standings.count, "annotator")),"
      + " \(Words.count(report.votes.table.count, "rating")) of \(Words.count(rated, "item"))."
  }

  private static func agreement(_ report: AnnotatorReport) -> [String] {
    let scale = TrendScale(report.standings)
    var columns: [TextTable.Column] = [
      .init("the worst first", widest: nameWidth(report)), .init("ratings", .right),
      .init("agrees", .right), .init("95 %", .right), .init("κ", .right), .init("95 %", .right),
    ]
    if scale != nil { columns.append(.init("trend")) }
    var table = TextTable(columns)
    for standing in report.standings.prefix(listed) {
      var cells = [
        SafeText(report.name(of: standing)), SafeText(Figures.count(standing.ratings)),
      ]
      if let rest = standing.rest, rest.isEnough {
        cells += EstimateText.cells(rest.agreement) + EstimateText.cells(rest.kappa)
      } else {
        cells += [EstimateText.share(standing.rest?.agreement), "too few", "·", ""]
      }
      if let scale { cells.append(SafeText(scale.glyphs(standing.trend))) }
      table.append(cells)
    }
    return table.lines() + more(report.standings.count - listed)
  }

  private static func references(
    _ report: AnnotatorReport, _ reference: AnnotatorEvidence.Reference
  ) -> [String] {
    let rows = report.standings.prefix(listed).compactMap { standing in
      self.table(reference, standing).map { (standing, $0) }
    }
    guard rows.contains(where: { $0.1.table.units + $0.1.rejected > 0 }) else { return [] }
    let isRulings = reference == .rulings
    var columns: [TextTable.Column] = [
      .init(isRulings ? "beside rulings" : "beside gold", widest: nameWidth(report)),
      .init("items", .right), .init("right", .right), .init("95 %", .right),
    ]
    if isRulings { columns.append(.init("overruled", .right)) }
    var table = TextTable(columns)
    for (standing, figures) in rows {
      var cells = [
        SafeText(report.name(of: standing)),
        SafeText(Figures.count(figures.table.units + figures.rejected)),
      ]
      if figures.isEnough {
        cells += EstimateText.cells(figures.accuracy)
      } else {
        cells += [SafeText(figures.table.units + figures.rejected > 0 ? "too few" : "·"), ""]
      }
      if isRulings {
        cells.append(
          SafeText(Figures.count(figures.table.units - figures.table.agreeing + figures.rejected)))
      }
      table.append(cells)
    }
    return table.lines()
  }

  static func table(
    _ reference: AnnotatorEvidence.Reference, _ standing: AnnotatorStanding
  ) -> ReferenceTable? {
    switch reference {
    case .gold: standing.gold
    case .rulings: standing.rulings
    case .model: standing.inferred
    }
  }

  /// What needs nobody else: own repeats, pace, what the model makes of them.
  private static func themselves(_ report: AnnotatorReport) -> [String] {
    let rows = report.standings.prefix(listed)
    let hasRepeats = rows.contains { $0.repeats > 0 }
    let hasPace = rows.contains { $0.pace.ratings > 0 }
    let hasDeclined = rows.contains { $0.abstentions > 0 }
    let fit = report.truth
    guard hasRepeats || hasPace || hasDeclined || fit != nil else { return [] }
    var columns: [TextTable.Column] = [.init("by themselves", widest: nameWidth(report))]
    if hasRepeats {
      columns += [.init("again", .right), .init("95 %", .right), .init("pairs", .right)]
    }
    if fit != nil { columns += [.init("model", .right), .init("informs", .right)] }
    if hasPace { columns.append(.init("seconds", .right)) }
    if hasDeclined { columns.append(.init("declined", .right)) }
    var table = TextTable(columns)
    for standing in rows {
      var cells = [SafeText(report.name(of: standing))]
      if hasRepeats {
        cells +=
          EstimateText.cells(standing.selfConsistency) + [SafeText(Figures.count(standing.repeats))]
      }
      if fit != nil {
        let profile = report.profile(of: standing)
        cells += [
          SafeText(profile?.competence.map { Figures.share($0) } ?? "·"),
          EstimateText.share(profile?.informativeness),
        ]
      }
      if hasPace { cells.append(SafeText(standing.pace.median.map { seconds($0) } ?? "·")) }
      if hasDeclined { cells.append(SafeText(Figures.count(standing.abstentions))) }
      table.append(cells)
    }
    return table.lines()
  }

  /// Milliseconds as seconds.
  static func seconds(_ milliseconds: Double) -> String {
    let seconds = milliseconds / 1000
    return Figures.fixed(seconds, places: seconds < 10 ? 1 : 0)
  }

  static func more(_ count: Int) -> [String] {
    count > 0
      ? ["  and \(Words.count(count, "annotator more", plural: "annotators more")): --json"] : []
  }
}
