package import Agreement
import Domain
import Screen

/// `annotators --person` for people: one annotator, and the items behind what they confuse.
package enum AnnotatorPageText {
  private static let confusionsListed = 6
  private static let itemsListed = 8
  private static let matrixLimit = 12

  package static func lines(_ page: AnnotatorPage, _ report: AnnotatorReport) -> [String] {
    let standing = page.standing
    let name = Words.plain(report.name(of: standing))
    var lines = TextLines.wrapped(
      "\(AnnotatorsText.title(report)), \(name): \(Words.count(standing.ratings, "rating"))"
        + (standing.abstentions > 0
          ? ", \(Words.count(standing.abstentions, "item")) declined" : "")
        + ".",
      indent: 0)
    let remarks =
      AnnotatorRemarks.sentences(standing, report.votes)
      + (standing.trend.direction == .steady ? [AnnotatorRemarks.trend(standing.trend)] : [])
    if !remarks.isEmpty {
      lines += [""] + remarks.flatMap { TextLines.wrapped("\(name) \($0)", indent: 2) }
    }
    lines += [""] + figures(standing, report)
    lines += against(page, report)
    lines += workingTime(page)
    return lines
  }

  private static func figures(_ standing: AnnotatorStanding, _ report: AnnotatorReport) -> [String]
  {
    var table = TextTable([
      .init("figure"), .init("value", .right), .init("95 %", .right), .init("on", .right),
    ])
    func append(_ title: SafeText, _ estimate: Estimate?, _ on: String) {
      guard let estimate else { return }
      table.append([title] + EstimateText.cells(estimate) + [SafeText(on)])
    }
    let shared = standing.rest.map { Words.count($0.sharedUnits, "item") } ?? ""
    append("agrees with the others", standing.rest?.agreement, shared)
    append("κ with the others", standing.rest?.kappa, shared)
    append("with what most others say", standing.rest?.pluralityAgreement, shared)
    if let gold = standing.gold, gold.table.units > 0 {
      append("right beside gold", gold.accuracy, Words.count(gold.table.units, "item"))
    }
    if let rulings = standing.rulings, rulings.table.units + rulings.rejected > 0 {
      let count = Words.count(rulings.table.units + rulings.rejected, "item")
      append("right beside rulings", rulings.accuracy, count)
      append("overruled", rulings.overruled, count)
    }
    if standing.repeats > 0 {
      append(
        "again the same", standing.selfConsistency, Words.count(standing.repeats, "pair"))
    }
    if let truth = report.truth, let competence = report.profile(of: standing)?.competence {
      table.append([
        SafeText(TruthFit.figure(of: truth.model)),
        SafeText(Figures.share(competence)), "·", SafeText(Words.count(standing.ratings, "rating")),
      ])
    }
    if let median = standing.pace.median {
      table.append([
        "seconds, median", SafeText(AnnotatorsText.seconds(median)), "·",
        SafeText(Words.count(standing.pace.ratings, "rating")),
      ])
    }
    var lines = table.lines()
    if let scale = TrendScale(report.standings) {
      lines += ["", "  trend  \(scale.glyphs(standing.trend))"]
    }
    return lines
  }

  private static func against(_ page: AnnotatorPage, _ report: AnnotatorReport) -> [String] {
    guard let reference = page.reference, let table = page.table,
      table.table.units + table.rejected > 0
    else {
      return [""] + TextLines.wrapped(nothing(page.reference, report), indent: 2)
    }
    var lines = [""]
    lines += TextLines.wrapped(sentence(reference, table, report), indent: 2)
    lines += matrix(page, table, report)
    lines += [""] + labels(page, report)
    lines += confusions(page, reference, report)
    return lines
  }

  /// Where there is nothing to hold the ratings against.
  private static func nothing(
    _ asked: AnnotatorEvidence.Reference?, _ report: AnnotatorReport
  ) -> String {
    switch asked {
    case .gold: return "Nothing they rated has a gold label."
    case .rulings: return "Nothing they rated was ruled on."
    case .model, nil:
      let text =
        asked == nil
        ? "Nothing they rated has a gold label, a ruling or a label that a model infers."
        : "Nothing they rated has a label that a model infers."
      return text + (report.modelProblem.map { " No model: \($0)" } ?? "")
    }
  }

  private static func sentence(
    _ reference: AnnotatorEvidence.Reference, _ table: ReferenceTable, _ report: AnnotatorReport
  ) -> String {
    let items = Words.count(table.table.units, "item")
    let few = table.isEnough ? "" : " Too few to judge by."
    switch reference {
    case .gold:
      return "Against gold, \(items): a row is the gold label, a column what was said.\(few)"
    case .rulings:
      return "Against rulings, \(items), the contested ones: a row is the ruling, a column what was"
        + " said.\(few)"
    case .model:
      let model = report.truth.map { TruthFit.words(for: $0.model) } ?? "a model"
      return "Against what \(model) infers from all votes, \(items): a row is the inferred label, a"
        + " column what was said. The votes looked at are among those it infers from.\(few)"
    }
  }

  /// Counts by label; labels are numbered where their names would not fit.
  private static func matrix(
    _ page: AnnotatorPage, _ table: ReferenceTable, _ report: AnnotatorReport
  ) -> [String] {
    let labels = page.byLabel.map(\.label)
    guard !labels.isEmpty, labels.count <= matrixLimit else {
      return labels.isEmpty
        ? [] : ["  \(labels.count) labels are too many for a table here: --json has it."]
    }
    var columns: [TextTable.Column] = [.init("", widest: 20)]
    for place in labels.indices { columns.append(.init(SafeText(place + 1), .right)) }
    var text = TextTable(columns)
    for (place, truth) in labels.enumerated() {
      let counts = labels.map { given -> SafeText in
        let count = table.count(truth: truth, given: given)
        return count == 0 ? "·" : SafeText(Figures.count(count))
      }
      text.append([SafeText("\(place + 1) \(report.votes.labels[truth])")] + counts)
    }
    return text.lines()
  }

  private static func labels(_ page: AnnotatorPage, _ report: AnnotatorReport) -> [String] {
    var table = TextTable([
      .init("label", widest: 20), .init("said", .right), .init("so rightly", .right),
      .init("95 %", .right), .init("is", .right), .init("found", .right), .init("95 %", .right),
    ])
    for row in page.byLabel.prefix(matrixLimit * 2) {
      table.append(
        [SafeText(report.votes.labels[row.label]), SafeText(Figures.count(row.given))]
          + EstimateText.cells(row.precision) + [SafeText(Figures.count(row.right))]
          + EstimateText.cells(row.recall))
    }
    return table.lines()
  }

  private static func confusions(
    _ page: AnnotatorPage, _ reference: AnnotatorEvidence.Reference, _ report: AnnotatorReport
  ) -> [String] {
    guard !page.confusions.isEmpty else { return [] }
    let right =
      switch reference {
      case .gold: "gold says"
      case .rulings: "the ruling says"
      case .model: "the model says"
      }
    var lines = [""]
    for confusion in page.confusions.prefix(confusionsListed) {
      let labels = [confusion.given, confusion.truth].map {
        Words.quotedName(report.votes.labels[$0], limit: 24)
      }
      lines += TextLines.wrapped(
        "\(Words.count(confusion.units.count, "time")) \(labels[0]) where \(right) \(labels[1])",
        indent: 2)
    }
    guard let worst = page.confusions.first else { return lines }
    let items = worst.units.map { Words.name(report.votes.units[$0].text, limit: 32) }
    lines += TextLines.wrapped(
      "Items of the first: \(Words.list(items, limit: itemsListed)).", indent: 2)
    return lines
  }

  private static func workingTime(_ page: AnnotatorPage) -> [String] {
    let time = page.workingTime
    guard time.sessions > 0 else { return [] }
    var table = TextTable([
      .init("minutes at work"), .init("ratings", .right), .init("agrees", .right),
      .init("95 %", .right),
    ])
    for stretch in time.stretches where stretch.figures.ratings > 0 {
      let title = stretch.end.map { "\(stretch.start) to \($0)" } ?? "\(stretch.start) and more"
      table.append(
        [SafeText(title), SafeText(Figures.count(stretch.figures.ratings))]
          + EstimateText.cells(stretch.figures.agreement))
    }
    let pause = Int(WorkingTime.pause / 60_000)
    return [""] + table.lines()
      + TextLines.wrapped(
        "\(Words.count(time.sessions, "working session")); a pause of more than \(pause) minutes ends"
          + " one.", indent: 2)
  }
}
