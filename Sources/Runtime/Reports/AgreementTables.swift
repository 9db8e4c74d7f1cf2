import Agreement
import Screen

/// The labels and the pairs of annotators under `agree`, the worst first.
enum AgreementTables {
  private static let listed = 12

  /// Of sets of labels, each label by whether it was chosen.
  static func labels(_ report: AgreementReport) -> [String] {
    let isOfSets = !report.byMember.isEmpty
    let labels = isOfSets ? report.byMember : report.byLabel
    guard !labels.isEmpty else { return [] }
    var table = TextTable([
      .init(
        isOfSets ? "label, chosen or not" : "label, the worst first", widest: 22),
      .init("ratings", .right),
      .init("agreement", .right), .init("interval", .right), .init("α", .right),
      .init("interval", .right),
    ])
    for label in labels.prefix(listed * 2) {
      let figures = label.figures
      table.append([
        SafeText(label.label), SafeText(Figures.count(figures.ratings)),
        EstimateText.share(figures.specific),
        EstimateText.interval(figures.specific),
        EstimateText.share(figures.alpha),
        EstimateText.interval(figures.alpha),
      ])
    }
    let few = labels.count { $0.figures.pairableRatings > 0 && !$0.figures.isEnough }
    let note =
      few == 0
      ? []
      : TextLines.wrapped(
        "\(Words.count(few, "label has", plural: "labels have")) fewer than"
          + " \(LabelFigures.enoughRatings) ratings that can be compared: too few to judge.",
        indent: 2, hanging: 2)
    return [""] + table.lines() + more(labels.count - listed * 2, "label") + note
  }

  /// Pairs with too few common units are said to be so; they are not among the worst.
  static func pairs(_ report: AgreementReport) -> [String] {
    guard !report.byPair.isEmpty else { return [] }
    let judged = report.byPair.filter(\.isEnough)
    let few = report.byPair.count - judged.count
    let shown = worst(judged.isEmpty ? report.byPair : judged)
    var table = TextTable([
      .init("pair, worst first", widest: 18), .init("and", widest: 16), .init("items", .right),
      .init("agreement", .right), .init("κ", .right), .init("interval", .right),
    ])
    for pair in shown.prefix(listed) {
      table.append([
        SafeText(pair.first), SafeText(pair.second), SafeText(Figures.count(pair.units)),
        SafeText(Figures.share(pair.percentAgreement)),
        EstimateText.share(pair.kappa),
        EstimateText.interval(pair.kappa),
      ])
    }
    let note =
      few == 0
      ? []
      : TextLines.wrapped(
        "\(Words.count(few, "pair has", plural: "pairs have")) fewer than"
          + " \(PairReport.enoughUnits) common items: too few to judge.", indent: 2, hanging: 2)
    return [""] + table.lines() + more(shown.count - listed, "pair") + note
  }

  private static func worst(_ pairs: [PairReport]) -> [PairReport] {
    pairs.sorted { one, other in
      let first = one.cohenKappa ?? .infinity
      let second = other.cohenKappa ?? .infinity
      if first != second { return first < second }
      return (one.first, one.second) < (other.first, other.second)
    }
  }

  private static func more(_ count: Int, _ noun: String) -> [String] {
    count > 0
      ? ["  and \(Words.count(count, "\(noun) more", plural: "\(noun)s more")): --json"] : []
  }
}
