import Agreement
import Screen

/// `agree` for people: a sentence, the coefficients with their intervals, then the labels and the
/// pairs of annotators, the worst first.
package enum AgreementText {
  /// Pairs with fewer common units say little; they are not among the worst.
  static let enough = 20
  private static let listed = 12

  package static func lines(_ source: AgreementSource) -> [String] {
    let report = source.report
    var lines = [headline(source), ""]
    lines += coefficients(report)
    lines += notes(report)
    lines += labels(report)
    lines += pairs(report)
    if source.rowsRefused > 0 {
      lines += ["", "\(Words.count(source.rowsRefused, "row")) left out: they could not be read."]
    }
    return lines
  }

  private static func headline(_ source: AgreementSource) -> String {
    let report = source.report
    var text = Words.plain(source.name)
    if let question = source.question { text += ", " + Words.plain(question) }
    text += ": \(Words.count(report.items, "item")), \(Words.count(report.ratings, "rating"))"
    if report.annotators > 0 { text += ", \(Words.count(report.annotators, "annotator"))" }
    if report.pairableItems < report.items {
      text += "; \(Figures.count(report.pairableItems)) items have two ratings or more"
    }
    return text + "."
  }

  private static func coefficients(_ report: AgreementReport) -> [String] {
    var table = TextTable([
      .init("coefficient"), .init("value", .right), .init("95 % interval", .right),
      .init("by chance", .right),
    ])
    for coefficient in report.coefficients {
      let estimate = coefficient.estimate
      let interval = estimate.interval95.map {
        SafeText("\(Figures.share($0.lower)) to \(Figures.share($0.upper))")
      }
      table.append([
        SafeText(title(coefficient)), SafeText(estimate.value.map { places($0) } ?? "·"),
        interval ?? "·", SafeText(agreementByChance(coefficient).map { Figures.share($0) } ?? ""),
      ])
    }
    return table.lines()
  }

  /// The agreement that chance alone would give. α expects a disagreement instead, which is its
  /// complement for nominal data and has no such reading at other levels; raw agreement expects nothing.
  private static func agreementByChance(_ coefficient: NamedCoefficient) -> Double? {
    guard let expected = coefficient.estimate.expected else { return nil }
    switch coefficient.name {
    case "percent_agreement": return nil
    case "krippendorff_alpha": return coefficient.level == "nominal" ? 1 - expected : nil
    default: return expected
    }
  }

  /// Coefficients are read to three places.
  private static func places(_ value: Double) -> String {
    let text = Figures.fixed(value, places: 3)
    if text.hasPrefix("0.") { return String(text.dropFirst()) }
    return text.hasPrefix("−0.") ? "−" + text.dropFirst(2) : text
  }

  private static func title(_ coefficient: NamedCoefficient) -> String {
    switch coefficient.name {
    case "percent_agreement": "agreement of pairs"
    case "krippendorff_alpha": "Krippendorff's α, \(coefficient.level ?? "nominal")"
    case "fleiss_kappa": "Fleiss' κ"
    case "scott_pi": "Scott's π"
    case "gwet_ac1": "Gwet's AC1"
    case "brennan_prediger": "Brennan–Prediger"
    case "cohen_kappa": "Cohen's κ"
    case "mean_pairwise_cohen_kappa":
      "Cohen's κ, mean of \(Words.count(coefficient.pairs ?? 0, "pair"))"
    default: coefficient.name
    }
  }

  /// Why figures are missing, each reason once; and the paradox of high agreement and low κ.
  private static func notes(_ report: AgreementReport) -> [String] {
    var reasons: [String] = []
    for coefficient in report.coefficients where coefficient.estimate.value == nil {
      guard let sentence = coefficient.estimate.explanation else { continue }
      let line = "\(title(coefficient)): \(sentence)"
      if !reasons.contains(line) { reasons.append(line) }
    }
    let figures = Dictionary(
      report.coefficients.map { ($0.name, $0.estimate.value) }, uniquingKeysWith: { $1 })
    if let agreement = figures["percent_agreement"] ?? nil, agreement >= 0.8,
      let alpha = figures["krippendorff_alpha"] ?? nil, alpha < 0.4
    {
      reasons.append(
        "Most pairs agree, yet α is low: one label is so frequent that chance alone agrees often"
          + " (Feinstein and Cicchetti 1990). Read it beside AC1 and the table by label.")
    }
    return reasons.isEmpty ? [] : [""] + reasons.map { "  " + $0 }
  }

  private static func labels(_ report: AgreementReport) -> [String] {
    guard !report.byLabel.isEmpty else { return [] }
    var table = TextTable([
      .init("label, the worst first"), .init("ratings", .right), .init("agreement", .right),
      .init("α", .right),
    ])
    for label in report.byLabel.prefix(listed * 2) {
      table.append([
        SafeText(label.label), SafeText(Figures.count(label.figures.ratings)),
        SafeText(label.figures.specificAgreement.map { Figures.share($0) } ?? "·"),
        SafeText(label.figures.alpha.value.map { Figures.share($0) } ?? "·"),
      ])
    }
    return [""] + table.lines() + more(report.byLabel.count - listed * 2, "label")
  }

  private static func pairs(_ report: AgreementReport) -> [String] {
    let judged = report.byPair.filter { $0.units >= enough }
    guard !judged.isEmpty else { return [] }
    let worst = judged.sorted { one, other in
      let first = one.cohenKappa ?? .infinity
      let second = other.cohenKappa ?? .infinity
      if first != second { return first < second }
      return (one.first, one.second) < (other.first, other.second)
    }
    var table = TextTable([
      .init("pair, the worst first", widest: 24), .init("and", widest: 24), .init("items", .right),
      .init("agreement", .right), .init("κ", .right),
    ])
    for pair in worst.prefix(listed) {
      table.append([
        SafeText(pair.first), SafeText(pair.second), SafeText(Figures.count(pair.units)),
        SafeText(Figures.share(pair.percentAgreement)),
        SafeText(pair.cohenKappa.map { Figures.share($0) } ?? "·"),
      ])
    }
    return [""] + table.lines() + more(judged.count - listed, "pair")
  }

  private static func more(_ count: Int, _ noun: String) -> [String] {
    count > 0
      ? ["  and \(Words.count(count, "\(noun) more", plural: "\(noun)s more")): --json"] : []
  }
}
