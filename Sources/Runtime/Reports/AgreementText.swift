import Agreement
import Screen

/// `agree` for people: a sentence, the coefficients with their intervals, what to know about them,
/// then the labels and the pairs of annotators, the worst first. No line is wider than 80 columns.
package enum AgreementText {
  private static let width = 80

  package static func lines(_ source: AgreementSource) -> [String] {
    let report = source.report
    var lines = TextLines.wrapped(headline(source), indent: 0, hanging: 2) + [""]
    let shown = shown(source)
    lines += coefficients(shown)
    lines += notes(shown, report, withRemarks: source.sections.regions == nil)
    if source.sections.regions == nil {
      lines += AgreementTables.labels(report)
      lines += AgreementTables.pairs(report)
    }
    for text in source.sections.texts { lines += [""] + text }
    if source.rowsRefused > 0 {
      lines += ["", "\(Words.count(source.rowsRefused, "row")) left out: they could not be read."]
    }
    return lines
  }

  /// Light's κ is the mean of Cohen's, of two annotators Cohen's itself; Scott's π is for two ratings.
  /// Two answers of spans or boxes are hardly ever the same: chance,
  /// labels and pairs are to be seen in the section on regions.
  private static func shown(_ source: AgreementSource) -> [NamedCoefficient] {
    guard source.sections.regions != nil else {
      return source.report.coefficients.filter { coefficient in
        switch coefficient.name {
        case "light_kappa": false
        case "scott_pi": coefficient.estimate.status != .undefinedMoreThanTwo
        case "mean_pairwise_cohen_kappa": source.report.annotators != 2
        default: true
        }
      }
    }
    let names: Set = ["percent_agreement", "krippendorff_alpha_distance"]
    return source.report.coefficients.filter { names.contains($0.name) }
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

  private static func coefficients(_ coefficients: [NamedCoefficient]) -> [String] {
    var table = TextTable([
      .init("coefficient"), .init("value", .right), .init("95 % interval", .right),
      .init("by chance", .right),
    ])
    for coefficient in coefficients {
      let estimate = coefficient.estimate
      table.append([
        SafeText(title(coefficient)),
        SafeText(estimate.value.map { EstimateText.places($0) } ?? "·"),
        EstimateText.interval(estimate),
        SafeText(agreementByChance(coefficient).map { Figures.share($0) } ?? ""),
      ])
    }
    return table.lines()
  }

  /// The agreement that chance alone would give. α expects a disagreement instead, which is its
  /// complement for nominal data and has no such reading at other levels; raw agreement expects
  /// nothing.
  private static func agreementByChance(_ coefficient: NamedCoefficient) -> Double? {
    guard let expected = coefficient.estimate.expected else { return nil }
    if coefficient.name.hasPrefix("percent_agreement") { return nil }
    guard coefficient.name.hasPrefix("krippendorff_alpha") else { return expected }
    return coefficient.level == "nominal" ? 1 - expected : nil
  }

  static func title(_ coefficient: NamedCoefficient) -> String {
    let name =
      coefficient.weights.map { scheme in
        coefficient.name.hasSuffix("_\(scheme)")
          ? String(coefficient.name.dropLast(scheme.utf8.count + 1)) : coefficient.name
      } ?? coefficient.name
    let title = plainTitle(name, coefficient)
    return coefficient.weights.map { "\(title), \($0)" } ?? title
  }

  private static func plainTitle(_ name: String, _ coefficient: NamedCoefficient) -> String {
    switch name {
    case "percent_agreement": "agreement of pairs"
    case "krippendorff_alpha": "Krippendorff's α, \(coefficient.level ?? "nominal")"
    case "krippendorff_alpha_masi": "Krippendorff's α of sets, MASI"
    case "krippendorff_alpha_jaccard": "Krippendorff's α of sets, Jaccard"
    case "krippendorff_alpha_distance": "Krippendorff's α of \(coefficient.level ?? "values")"
    case "fleiss_kappa": "Fleiss' κ"
    case "scott_pi": "Scott's π"
    case "gwet_ac1": "Gwet's AC1"
    case "gwet_ac2": "Gwet's AC2"
    case "brennan_prediger": "Brennan–Prediger"
    case "cohen_kappa": "Cohen's κ"
    case "conger_kappa": "Conger's κ"
    case "bangdiwala_b": "Bangdiwala's B"
    case "mean_pairwise_cohen_kappa", "light_kappa":
      "Cohen's κ, mean of \(Words.count(coefficient.pairs ?? 0, "pair"))"
    default: name
    }
  }

  /// Why figures are missing, each reason once; then what the figures mean.
  private static func notes(
    _ coefficients: [NamedCoefficient], _ report: AgreementReport, withRemarks: Bool
  ) -> [String] {
    var reasons: [String] = []
    for coefficient in coefficients {
      if let left = coefficient.undefinedPairs, left > 0, coefficient.estimate.value != nil {
        reasons.append(
          "\(Words.count(left, "pair")) of annotators left out of the mean: both gave one and the"
            + " same label throughout.")
      }
      if let pairs = coefficient.sampledPairs {
        reasons.append(
          "\(title(coefficient)): there are too many different values to compare them all, so"
            + " chance was estimated from \(Figures.count(pairs)) pairs of ratings.")
      }
      guard coefficient.estimate.value == nil,
        let sentence = coefficient.estimate.explanation
      else { continue }
      reasons.append("\(title(coefficient)): \(sentence)")
    }
    reasons += intervalReasons(coefficients) + repeats(report)
    reasons += resampled(report.resampling, coefficients)
    if withRemarks { reasons += report.remarks.map(remark) }
    var seen: Set<String> = []
    let lines = reasons.filter { seen.insert($0).inserted }.flatMap {
      TextLines.wrapped($0, indent: 2, hanging: 2)
    }
    return lines.isEmpty ? [] : [""] + lines
  }

  /// Why a figure has no interval though it has a value, the reasons each once.
  private static func intervalReasons(_ coefficients: [NamedCoefficient]) -> [String] {
    var titles: [IntervalStatus: [String]] = [:]
    for coefficient in coefficients {
      let isCollapsed = coefficient.estimate.intervalStatus == .collapsed
      guard coefficient.estimate.value != nil,
        coefficient.estimate.interval95 == nil || isCollapsed
      else { continue }
      titles[coefficient.estimate.intervalStatus, default: []].append(title(coefficient))
    }
    return IntervalStatus.allCases.compactMap { status in
      guard let titles = titles[status], let sentence = status.explanation else { return nil }
      return "No interval for \(titles.joined(separator: "; ")): \(sentence)"
    }
  }

  /// Ratings that do not count because their annotator rated the item again.
  private static func repeats(_ report: AgreementReport) -> [String] {
    guard let repeats = report.repeats, repeats.dropped > 0 else { return [] }
    let kept = repeats.kept == .last ? "the last" : "the first"
    return [
      "\(Words.count(repeats.dropped, "rating")) left out: of an annotator's ratings of one item"
        + " \(kept) counts."
    ]
  }

  /// How intervals were drawn, and which are not from there.
  private static func resampled(
    _ resampling: Resampling?, _ coefficients: [NamedCoefficient]
  ) -> [String] {
    guard let resampling else { return [] }
    let method = resampling.method == .bca ? "BCa" : "percentile"
    var text = "Intervals from \(Words.count(resampling.replicates, "resample")) of the items,"
    text += " \(method), seed \(resampling.seed)"
    let others = coefficients.filter {
      $0.undefinedReplicates == nil && $0.estimate.interval95 != nil
    }
    if !others.isEmpty {
      text +=
        "; but not those of \(others.map(title).joined(separator: "; "))"
        + ", which depend on who rated"
    }
    return [text + "."]
  }

  private static func remark(_ remark: AgreementRemark) -> String {
    switch remark.kind {
    case .prevalenceParadox, .reliance, .tooFew, .assumedOrder: remark.sentence
    case .benchmark:
      (remark.coefficient == "gwet_ac1" ? "Gwet's AC1: " : "Fleiss' κ: ") + remark.sentence
    }
  }
}
