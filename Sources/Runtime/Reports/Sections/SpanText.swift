import Agreement
import Screen

/// What only a report on spans has, for people.
enum SpanText {
  static func lines(_ report: SpanReport) -> [String] {
    measures(report).lines() + [""] + counts(report.muc).lines()
  }

  private static func measures(_ report: SpanReport) -> TextTable {
    var table = TextTable([
      .init("spans"), .init("value", .right), .init("95 % interval", .right),
      .init("mean of pairs", .right),
    ])
    let figures = report.figures
    var rows: [(name: SafeText, of: Estimate, mean: PairMean?)] = [
      ("same borders and label, F1", figures.exact, report.meanExact),
      ("same borders, F1", figures.exactUnlabelled, nil),
      ("a character shared, same label, F1", figures.overlapping, nil),
      ("a character shared, F1", figures.overlappingUnlabelled, nil),
      ("characters with their label, F1", figures.characters, nil),
      ("where borders are, B", figures.boundarySimilarity, nil),
      ("characters, α with “no label”", report.characterAlpha, nil),
      ("units on a continuum, αU", report.unitized, report.meanUnitizedAlpha),
    ]
    if let gamma = report.gamma {
      rows.append(("best alignment, γ", gamma.gamma, nil))
      rows.append(("labels of the aligned, γ-cat", gamma.gammaCat, nil))
    }
    for row in rows {
      table.append(
        [row.name] + EstimateText.cells(row.of)
          + [SafeText(row.mean?.estimate.value.map { Figures.share($0) } ?? "")])
    }
    return table
  }

  private static func counts(_ muc: [MUCCounts]) -> TextTable {
    var table = TextTable([
      .init("scheme"), .init("correct", .right), .init("incorrect", .right),
      .init("partial", .right), .init("missed", .right), .init("spurious", .right),
      .init("F1", .right),
    ])
    for counts in muc {
      table.append(
        [SafeText(counts.scheme.rawValue)]
          + [counts.correct, counts.incorrect, counts.partial, counts.missed, counts.spurious]
          .map { SafeText(Figures.count($0)) } + [SafeText(Figures.share(counts.f1))])
    }
    return table
  }

  static func notes(_ report: SpanReport) -> [String] {
    var sentences: [String] = []
    for (name, estimate) in [("α of characters", report.characterAlpha), ("αU", report.unitized)] {
      guard estimate.value == nil, let explanation = estimate.explanation else { continue }
      sentences.append("\(name): \(explanation)")
    }
    if !report.hasLengths {
      sentences.append(
        "The length of some texts is not known: α of characters and αU take them to end with the"
          + " last span.")
    }
    if let gamma = report.gamma { sentences += notes(gamma) }
    return sentences
  }

  private static func notes(_ gamma: GammaAgreement) -> [String] {
    var sentences: [String] = []
    if let explanation = gamma.gamma.explanation { sentences.append("γ: \(explanation)") }
    if let error = gamma.samplingError {
      sentences.append(
        "γ: \(Words.count(gamma.samples, "random text")) for "
          + "\(Words.count(gamma.texts, "text")), seed \(gamma.options.seed), standard error of the"
          + " sampling \(Figures.fixed(error, places: 4)).")
    }
    if gamma.textsBeyondLimit > 0 {
      sentences.append(
        "γ: in \(Words.count(gamma.textsBeyondLimit, "text")) the best alignment was not found within"
          + " \(Words.count(gamma.options.limit.steps, "step")); they are left out.")
    }
    if gamma.textsNotDrawn > 0 {
      sentences.append(
        "γ: \(Words.count(gamma.textsNotDrawn, "text")) beyond the first"
          + " \(Figures.count(gamma.options.limit.texts)) drawn by the seed are left out.")
    }
    return sentences
  }
}
