package import Agreement
import Screen

/// Coverage for people: labels beside their target, distances, what is rare and what is empty.
package enum CoverageText {
  private static let listed = 24
  private static let named = 6

  /// - Parameters:
  ///   - labels: Names by label code.
  ///   - slices: Names by slice.
  package static func lines(
    _ report: CoverageReport, labels: [String], slices: [String] = [], isCut: Bool = false
  ) -> [String] {
    guard report.ratings > 0 else { return ["There are no ratings, so nothing is covered."] }
    let hasTarget = report.distance != nil
    var table = TextTable([
      .init("label", widest: 26), .init("ratings", .right), .init("share", .right),
      .init("95 % interval", .right), .init(hasTarget ? "target" : "", .right), .init(""),
    ])
    let ordered = report.labels.sorted { ($1.ratings, $0.label) < ($0.ratings, $1.label) }
    // The rare ones are what people look for: they are listed whatever the number of labels.
    let shown = ordered.prefix(listed) + ordered.dropFirst(listed).filter(\.isRare).prefix(listed)
    for label in shown {
      table.append([
        SafeText(name(label.label, labels)), SafeText(Figures.count(label.ratings)),
        EstimateText.share(label.share), EstimateText.interval(label.share),
        SafeText(label.target.map { Figures.share($0) } ?? ""),
        SafeText(label.ratings == 0 ? "never used" : label.isRare ? "rare" : ""),
      ])
    }
    var lines = table.lines()
    if ordered.count > shown.count {
      lines.append("  and \(Words.count(ordered.count - shown.count, "label")) more: --json")
    }
    if let distance = report.distance { lines += [""] + self.distance(distance) }
    let gaps = gaps(report, labels: labels, slices: slices)
    let isWhole = isCut && gaps.isEmpty
    return lines + (isWhole ? ["", "  Every label occurs in every part."] : gaps)
  }

  private static func name(_ code: Int, _ names: [String]) -> String {
    names.indices.contains(code) ? names[code] : String(code)
  }

  private static func distance(_ distance: CoverageReport.Distance) -> [String] {
    func figure(_ estimate: Estimate) -> String {
      estimate.value.map { Figures.fixed($0, places: 3) } ?? "·"
    }
    var lines = [
      "  from the target: PSI \(figure(distance.stabilityIndex)),"
        + " KL \(figure(distance.kullbackLeibler)), JS \(figure(distance.jensenShannon)),"
        + " variation \(figure(distance.totalVariation))"
    ]
    if let value = distance.stabilityIndex.value {
      let reading = value < 0.1 ? "stable" : value < 0.25 ? "to be watched" : "a shift"
      lines.append("  PSI by convention: \(reading); it does not know how many ratings there are")
    } else {
      lines.append("  PSI is infinite: a label stands on one side only")
    }
    if let test = distance.chiSquare {
      let statistic =
        test.statistic.isFinite ? Figures.fixed(test.statistic, places: 1) : "infinite"
      lines.append(
        "  χ²(\(test.degreesOfFreedom)) \(statistic), p"
          + " \(ProbabilityText.text(test.probability))")
      if distance.designEffect > 1 {
        lines.append(
          "  taken down by \(Figures.share(distance.designEffect)): ratings of one item go together"
        )
      }
    }
    if distance.smallCells > 0 {
      lines.append(
        "  \(Words.count(distance.smallCells, "label")) should have fewer than 5 ratings: χ² is"
          + " rough")
    }
    return lines
  }

  private static func gaps(
    _ report: CoverageReport, labels: [String], slices: [String]
  ) -> [String] {
    var lines: [String] = []
    if !report.emptySlices.isEmpty {
      let names = report.emptySlices.map { Words.plain(name($0, slices), limit: 20) }
      lines += ["", "  slices without a rating:"]
      lines += names.prefix(named).map { "    " + $0 }
      if names.count > named { lines.append("    and \(names.count - named) more: --json") }
    }
    if !report.emptyCells.isEmpty {
      lines += ["", "  labels missing in a slice:"]
      lines += report.emptyCells.prefix(named).map { cell in
        "    \(Words.plain(name(cell.label, labels), limit: 30)) in"
          + " \(Words.plain(name(cell.slice, slices), limit: 30))"
      }
      let more = report.emptyCells.count - named
      if more > 0 { lines.append("    and \(Figures.count(more)) more: --json") }
    }
    return lines
  }
}
