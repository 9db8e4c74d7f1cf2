package import Agreement
import Screen

/// Calibration and label errors for people, at most 80 columns wide.
package enum CalibrationText {
  private static let listed = 12

  package static func lines(_ report: CalibrationReport, labels: [String]) -> [String] {
    guard report.units > 0 else {
      return ["Calibration: no unit has both a confidence and a known label."]
    }
    return headline(report) + [""] + figures(report).lines() + notes(report) + [""]
      + bins(report.reliability) + byLabel(report, labels)
  }

  /// - Parameter units: names by the place in the table.
  package static func lines(
    _ report: LabelErrorReport, labels: [String], units: [String]
  ) -> [String] {
    var text = "Probable label errors: \(Words.count(report.suspects.count, "suspect")) among "
    text += Words.count(report.units, "item")
    if let share = report.errorShare.value {
      text += ", an estimated \(Figures.share(share)) wrong"
      if let interval = report.errorShare.interval95 {
        text += " (\(Figures.share(interval.lower)) to \(Figures.share(interval.upper)))"
      }
    }
    var lines = TextLines.wrapped(text + ".", indent: 0)
    lines += TextLines.wrapped(report.origin.statement, indent: 0)
    guard !report.suspects.isEmpty else { return lines }
    var table = TextTable([
      .init("item, the most suspect first", widest: 28), .init("given", widest: 14),
      .init("rather", widest: 14), .init("P(given)", .right), .init("margin", .right),
    ])
    for suspect in report.suspects.prefix(listed) {
      table.append([
        name(suspect.unit, units), name(suspect.given, labels), name(suspect.suggested, labels),
        SafeText(Figures.share(suspect.selfConfidence)), SafeText(Figures.share(suspect.margin)),
      ])
    }
    lines += [""] + table.lines()
    let rest = report.suspects.count - listed
    if rest > 0 { lines.append("  and \(Figures.count(rest)) more: --json") }
    return lines
  }

  private static func name(_ code: Int, _ names: [String]) -> SafeText {
    SafeText(code < names.count ? names[code] : String(code))
  }

  private static func headline(_ report: CalibrationReport) -> [String] {
    var text = "Calibration on \(Words.count(report.units, "item")): right on "
    text += report.accuracy.value.map { Figures.share($0) } ?? "·"
    if let interval = report.accuracy.interval95 {
      text += " (\(Figures.share(interval.lower)) to \(Figures.share(interval.upper)))"
    }
    text += ", confident of " + (report.meanConfidence.map { Figures.share($0) } ?? "·")
    if let value = report.accuracy.value, let mean = report.meanConfidence {
      text += mean > value ? ": too sure on the whole." : ": not too sure on the whole."
    }
    return TextLines.wrapped(text, indent: 0)
  }

  private static func figures(_ report: CalibrationReport) -> TextTable {
    var table = TextTable([
      .init("figure"), .init("value", .right), .init("95 % interval", .right), .init("what it is"),
    ])
    row(&table, "calibration error", report.errors.l1, "mean gap, bins of equal width")
    row(&table, "", report.massErrors.l1, "mean gap, bins of equal mass")
    row(&table, "", report.errors.max, "largest gap")
    if let error = report.classwiseError { row(&table, "", error, "mean over labels") }
    row(&table, "Brier score", report.brier, "0 is perfect")
    if let parts = report.decomposition {
      row(&table, "  reliability", parts.reliability, "what calibration costs")
      row(&table, "  resolution", parts.resolution, "what telling apart gains")
      row(&table, "  uncertainty", parts.uncertainty, "what any forecast faces")
    }
    row(&table, "log loss", report.logLoss, "0 is perfect")
    return table
  }

  private static func row(
    _ table: inout TextTable, _ title: String, _ value: Double?, _ reading: String
  ) {
    table.append([
      SafeText(title), SafeText(value.map { EstimateText.places($0) } ?? "·"), "",
      SafeText(reading),
    ])
  }

  private static func row(
    _ table: inout TextTable, _ title: String, _ estimate: Estimate, _ reading: String
  ) {
    let interval = EstimateText.interval(estimate, EstimateText.places)
    table.append([
      SafeText(title), SafeText(estimate.value.map { EstimateText.places($0) } ?? "·"),
      SafeText(interval ?? "·"), SafeText(reading),
    ])
  }

  private static func notes(_ report: CalibrationReport) -> [String] {
    var sentences: [String] = []
    if let explanation = report.logLoss.explanation { sentences.append("log loss: \(explanation)") }
    if let test = report.spiegelhalter {
      let reading =
        test.p < 0.05
        ? "the confidences are further off than chance explains"
        : "nothing here that chance does not explain"
      sentences.append(
        "Spiegelhalter's z \(Figures.share(test.z)), p \(ProbabilityText.text(test.p)): \(reading)."
      )
    }
    if report.unnormalisedUnits > 0 {
      sentences.append(
        "On \(Words.count(report.unnormalisedUnits, "item")) the probabilities do not add up to 1.")
    }
    if report.tiedUnits > 0 {
      sentences.append(
        "On \(Words.count(report.tiedUnits, "item")) several labels come first; the earliest counts."
      )
    }
    return sentences.isEmpty
      ? [] : [""] + sentences.flatMap { TextLines.wrapped($0, indent: 2) }
  }

  private static func bins(_ reliability: ReliabilityTable) -> [String] {
    var table = TextTable([
      .init("confidence", .right), .init("items", .right), .init("mean", .right),
      .init("right", .right), .init("95 % interval", .right), .init("gap", .right), .init(""),
    ])
    for bin in reliability.bins where bin.count > 0 {
      table.append([
        SafeText("\(Figures.share(bin.lower)) to \(Figures.share(bin.upper))"),
        SafeText(Figures.count(bin.count)),
        SafeText(bin.meanConfidence.map { Figures.share($0) } ?? "·"),
        EstimateText.share(bin.frequency), EstimateText.interval(bin.frequency),
        SafeText(bin.gap.map { Figures.change($0) } ?? "·"),
        bin.isTooFew ? "too few" : "",
      ])
    }
    return table.lines()
  }

  private static func byLabel(_ report: CalibrationReport, _ labels: [String]) -> [String] {
    guard !report.labels.isEmpty else { return [] }
    var table = TextTable([
      .init("label, the worst first", widest: 28), .init("items", .right),
      .init("share", .right), .init("mean P", .right), .init("error", .right),
    ])
    let worst = report.labels.sorted { one, other in
      let errors = (one.error.value ?? 0, other.error.value ?? 0)
      return errors.0 == errors.1 ? one.label < other.label : errors.0 > errors.1
    }
    for label in worst.prefix(listed) {
      table.append([
        name(label.label, labels), SafeText(Figures.count(label.units)),
        SafeText(Figures.share(Double(label.units) / Double(report.units))),
        SafeText(Figures.share(label.meanProbability)),
        SafeText(label.error.value.map { EstimateText.places($0) } ?? "·"),
      ])
    }
    let rest = worst.count - listed
    return [""] + table.lines()
      + (rest > 0 ? ["  and \(Figures.count(rest)) more: --json"] : [])
  }
}
