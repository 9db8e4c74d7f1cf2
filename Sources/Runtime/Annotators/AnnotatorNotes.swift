import Agreement
import Domain
import Screen

/// What the columns mean, only for those that are there.
enum AnnotatorNotes {
  static func lines(_ report: AnnotatorReport) -> [String] {
    notes(report).flatMap { TextLines.wrapped($0, indent: 2) }
  }

  private static func notes(_ report: AnnotatorReport) -> [String] {
    let few = AnnotatorAgainstRest.enoughUnits
    var notes = [
      "agrees: pairs with another's rating of the same item that give the same label; κ: the same"
        + " beyond chance, by which the list is ordered. Intervals by the jackknife over items."
        + " Below \(few) shared items it is too few to judge."
    ]
    if let scale = TrendScale(report.standings) { notes.append(trend(scale, report)) }
    if report.evidence.gold.contains(where: { $0 >= 0 }) {
      notes.append("right: of the items with a gold label; Wilson's interval.")
      notes += labelsBesideGold(report)
    }
    if report.standings.contains(where: { $0.rulings.map { $0.table.units > 0 } ?? false }) {
      notes.append(
        "right, beside rulings: of the items that were ruled on, which are the contested ones: it"
          + " says how they fare where it is hard. overruled: ratings that a ruling did not uphold."
      )
    }
    if report.standings.contains(where: { $0.repeats > 0 }) {
      notes.append("again: the same label where the same item was shown again.")
    }
    notes += model(report)
    if report.standings.contains(where: { $0.pace.ratings > 0 }) {
      notes.append("seconds: the median for a rating.")
    }
    if report.unknownGold > 0 {
      notes.append(
        "\(Words.count(report.unknownGold, "gold label")) left out: nobody gave such a label.")
    }
    return notes
  }

  private static func trend(_ scale: TrendScale, _ report: AnnotatorReport) -> String {
    let windows = report.standings.lazy.map(\.trend.windows).first { !$0.isEmpty } ?? []
    var text =
      "trend: agrees in \(windows.count) equal stretches of time, ▁ \(Figures.share(scale.lowest))"
      + " to █ \(Figures.share(scale.highest))"
    if let first = windows.first?.start, let last = windows.last?.end {
      let days = [first, last - 1].map { Figures.day(ofSecond: Int($0 / 1000)) }
      text += ", \(days[0]) to \(days[1])"
    }
    return text + "; · fewer than \(StandingTrend.enoughInWindow) ratings."
  }

  private static func model(_ report: AnnotatorReport) -> [String] {
    guard let truth = report.truth else {
      return report.modelProblem.map { ["No model: \($0)"] } ?? []
    }
    let text =
      "model: \(TruthFit.meaning(of: truth.model)); informs: how far their label tells what is true,"
      + " from 0 (it could be drawn by lot) to 1."
    return [text] + fit(truth)
  }

  /// How the model came to its figures; nothing for votes that are only counted.
  private static func fit(_ truth: TruthEstimate) -> [String] {
    guard let last = truth.logLikelihoods.last else { return [] }
    let steps = Words.count(truth.iterations, "step")
    return [
      "fit: \(TruthFit.words(for: truth.model)) "
        + (truth.hasConverged ? "settled after \(steps)" : "had not settled after \(steps)")
        + "; the log-likelihood of all votes is \(Figures.fixed(last, places: 1))."
    ]
  }

  /// What releasing a model's labels would be worth.
  private static func labelsBesideGold(_ report: AnnotatorReport) -> [String] {
    guard let truth = report.truth, let inferred = report.inferredAccuracy,
      let majority = report.majorityAccuracy, inferred.value != nil
    else { return [] }
    func share(_ name: String, _ estimate: Estimate) -> String {
      let figures = EstimateText.cells(estimate).map(\.plain)
      return "\(name) \(figures[0]) (\(figures[1]))"
    }
    let shares =
      [share(TruthFit.words(for: truth.model), inferred)]
      + (truth.model == .majority ? [] : [share("the majority", majority)])
    return [
      "Of the labels inferred for these items, so many are right: "
        + shares.joined(separator: ", ") + ". A tie counts as wrong."
    ]
  }
}
