import Domain
import Screen

/// The figures that put a unit where it stands, number by number.
struct WhyHere {
  private struct Figure {
    let name: SafeText
    let value: SafeText
    /// Of the most there can be; nil where a bar says nothing.
    let share: Double
  }

  private let row: QueueRow
  private let figures: [Figure]
  private let isHidden: Bool

  init(_ row: QueueRow, _ model: Model) {
    self.row = row
    isHidden = model.hidesVotes(of: row)
    var figures: [Figure] = []
    if let cause = row.doubt {
      figures.append(Figure(name: "in doubt", value: SafeText("by \(cause.brief)"), share: 1))
      if cause.kind != .ratings, let newest = row.newRatings.last {
        figures.append(
          Figure(name: "new ratings", value: SafeText("batch \(newest.batch)"), share: 1))
      }
    }
    if !isHidden {
      if let agreement = row.agreement {
        figures.append(
          Figure(
            name: "disagreement", value: SafeText(Figures.share(1 - agreement)),
            share: 1 - agreement))
      }
      figures.append(
        Figure(name: "likely wrong", value: SafeText(Figures.share(row.wrong)), share: row.wrong))
      if let tier = row.tier, let cost = model.configuration.tier(tier)?.cost.double {
        let most = model.configuration.tiers.map(\.cost.double).max() ?? cost
        figures.append(
          Figure(
            name: "cost of label", value: SafeText(tier.text),
            share: most > 0 ? cost / most : 0))
      }
    }
    let days = max(0, model.now.days(since: row.since))
    let span = row.tier.flatMap { model.configuration.tier($0)?.dueDays } ?? 14
    figures.append(
      Figure(
        name: "waiting", value: SafeText(Figures.days(days)),
        share: min(1, Double(days) / Double(max(1, span)))))
    self.figures = figures
  }

  /// The figures in a row, shorter in their names.
  var facts: [FactLine.Fact] {
    figures.map { FactLine.Fact($0.name == "cost of label" ? "cost" : $0.name, $0.value) }
  }

  /// The figures as a panel with bars, five rows high.
  func draw(in grid: inout Grid, _ area: Rect) {
    guard !area.isEmpty else { return }
    let end = area.columns.upperBound
    grid.put("why here", at: Position(row: area.row, column: area.column), role: .heading)
    if !isHidden {
      let whose = row.policy == QueueLearning.modelPolicyName ? "by models, " : ""
      grid.putRight(
        "\(whose)gain \(Figures.share(row.gain))", row: area.row, end: end, role: .dim)
    }
    for (offset, figure) in figures.prefix(max(0, area.height - 1)).enumerated() {
      let line = area.row + 1 + offset
      grid.put(
        figure.name, at: Position(row: line, column: area.column), width: area.width, role: .dim)
      guard area.width >= 34 else {
        grid.putRight(figure.value, row: line, end: end)
        continue
      }
      grid.putRight(figure.value, row: line, end: end - 10, width: 12)
      Bar(share: figure.share, width: 8, role: .dim).draw(
        in: &grid, at: Position(row: line, column: end - 8))
    }
  }
}
