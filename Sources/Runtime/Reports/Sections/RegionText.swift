package import Agreement
import Domain
import Screen

/// A report on spans or boxes for people, at most 80 columns wide.
package enum RegionText {
  private static let listed = 12
  /// Pairs with fewer common items say little; they are not among the worst.
  private static let enough = 20

  package static func lines(_ report: RegionReport) -> [String] {
    var lines = headline(report)
    lines += [""] + questions(report).lines()
    if let spans = report.spans { lines += [""] + SpanText.lines(spans) }
    lines += notes(report)
    lines += labels(report)
    lines += meetings(report)
    lines += pairs(report)
    return lines
  }

  private static func headline(_ report: RegionReport) -> [String] {
    let noun = report.kind == .spans ? "span" : "box"
    let plural = report.kind == .spans ? "spans" : "boxes"
    var text = Words.count(report.regions, noun, plural: plural)
    text += " on \(Words.count(report.units, "item")) by "
    text += Words.count(report.annotators, "annotator")
    if report.comparedUnits < report.units {
      text += "; \(Figures.count(report.comparedUnits)) items have two answers or more"
    }
    text += ". Two \(plural) are paired where they share "
    text += Figures.share(report.options.threshold) + " of what they cover together, "
    switch report.options.policy {
    case .shapeFirst: text += "whatever their labels."
    case .labelFirst: text += "first with their own label."
    }
    return TextLines.wrapped(text, indent: 0)
  }

  private static func questions(_ report: RegionReport) -> TextTable {
    var table = TextTable([
      .init("question"), .init("measure"), .init("value", .right), .init("95 % interval", .right),
      .init("mean of pairs", .right),
    ])
    let figures = report.figures
    let rows: [(question: SafeText, measure: SafeText, of: Estimate, mean: PairMean?)] = [
      ("found it?", "F1", figures.found, report.meanFound),
      ("same label?", "of paired", figures.sameLabel, report.meanSameLabel),
      ("", "κ", figures.labelKappa, nil),
      ("same place?", "mean IoU", figures.samePlace, report.meanSamePlace),
      ("found, same label", "F1", figures.foundWithLabel, nil),
      ("found, same place", "quality", figures.quality, nil),
    ]
    for row in rows {
      table.append(
        [row.question, row.measure] + EstimateText.cells(row.of)
          + [SafeText(row.mean?.estimate.value.map { Figures.share($0) } ?? "")])
    }
    return table
  }

  private static func notes(_ report: RegionReport) -> [String] {
    let figures = report.figures
    var sentences: [String] = []
    for (name, estimate) in [
      ("found it?", figures.found), ("same label?", figures.sameLabel), ("κ", figures.labelKappa),
      ("same place?", figures.samePlace),
    ] {
      guard estimate.value == nil, let explanation = estimate.explanation else { continue }
      sentences.append("\(name) \(explanation)")
    }
    if let spans = report.spans { sentences += SpanText.notes(spans) }
    if figures.bothEmpty > 0 {
      sentences.append(
        "In \(Figures.count(figures.bothEmpty)) of "
          + "\(Words.count(figures.comparisons, "comparison")) neither side marked anything; "
          + "these count for nothing in F1.")
    }
    if figures.crowded > 0 {
      sentences.append(
        "In \(Words.count(figures.crowded, "comparison")) more than 400 regions lie on each other; "
          + "there the largest overlaps were paired first.")
    }
    if report.answersOfOtherKind > 0 {
      sentences.append(
        "\(Words.count(report.answersOfOtherKind, "answer")) of another kind left out.")
    }
    return sentences.isEmpty ? [] : [""] + sentences.flatMap { TextLines.wrapped($0, indent: 2) }
  }

  private static func labels(_ report: RegionReport) -> [String] {
    guard !report.byLabel.isEmpty else { return [] }
    let hasAlpha = report.spans?.unitizedAlpha != nil
    var columns: [TextTable.Column] = [
      .init("label, the worst first", widest: 30), .init("regions", .right),
      .init("Jaccard", .right), .init("F1", .right), .init("IoU", .right),
    ]
    if hasAlpha { columns.append(.init("αU", .right)) }
    var table = TextTable(columns)
    for label in report.byLabel.prefix(2 * listed) {
      var row = [SafeText(label.label.text), SafeText(Figures.count(label.regions))]
      row += [label.jaccard, label.f1, label.samePlace].map { share($0.value) }
      if hasAlpha { row.append(share(label.unitizedAlpha?.value)) }
      table.append(row)
    }
    return [""] + table.lines() + more(report.byLabel.count - 2 * listed, "label")
  }

  /// Which labels stand where the other side has another one, or nothing.
  private static func meetings(_ report: RegionReport) -> [String] {
    let cells = report.labelPairs.filter { $0.first != $0.second }.sorted {
      if $0.count != $1.count { return $0.count > $1.count }
      if $0.first != $1.first { return $0.first < $1.first }
      guard let one = $0.second, let other = $1.second else { return $0.second != nil }
      return one < other
    }
    guard !cells.isEmpty else { return [] }
    var table = TextTable([
      .init("one side", widest: 30), .init("the other", widest: 30), .init("times", .right),
    ])
    for cell in cells.prefix(listed) {
      table.append([
        SafeText(cell.first.text), SafeText(cell.second?.text ?? "∅ nothing"),
        SafeText(Figures.count(cell.count)),
      ])
    }
    return [""] + table.lines() + more(cells.count - listed, "combination")
  }

  private static func pairs(_ report: RegionReport) -> [String] {
    let judged = report.byPair.filter { $0.units >= enough }
    guard !judged.isEmpty else { return [] }
    let worst = judged.enumerated().sorted { one, other in
      let first = one.element.figures.found.value ?? .infinity
      let second = other.element.figures.found.value ?? .infinity
      return (first, one.offset) < (second, other.offset)
    }.map(\.element)
    var table = TextTable([
      .init("the worst pairs", widest: 18), .init("and", widest: 18), .init("items", .right),
      .init("found", .right), .init("label", .right), .init("IoU", .right),
      .init(report.kind == .spans ? "exact" : "", .right),
    ])
    for pair in worst.prefix(listed) {
      let figures = pair.figures
      table.append(
        [SafeText(pair.first), SafeText(pair.second), SafeText(Figures.count(pair.units))]
          + [figures.found, figures.sameLabel, figures.samePlace].map { share($0.value) }
          + (pair.spans.map { [share($0.exact.value)] } ?? []))
    }
    return [""] + table.lines()
      + more(judged.count - listed + report.pairsOmitted, "pair")
  }

  private static func share(_ value: Double?) -> SafeText {
    SafeText(value.map { Figures.share($0) } ?? "·")
  }

  private static func more(_ count: Int, _ noun: String) -> [String] {
    count > 0
      ? ["  and \(Words.count(count, "\(noun) more", plural: "\(noun)s more")): --json"] : []
  }
}
