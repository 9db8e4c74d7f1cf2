import Domain
import Screen

/// What is known of the adjudicator under the bar.
struct AdjudicatorAside {
  private let row: AdjudicatorRow

  init(_ row: AdjudicatorRow) {
    self.row = row
  }

  func draw(in grid: inout Grid, _ area: Rect, isBeside: Bool) {
    let column = isBeside ? area.column : 1
    let end = isBeside ? area.columns.upperBound : area.width - 1
    grid.put(
      SafeText(row.id.text).clipped(to: area.width / 2),
      at: Position(row: area.row, column: column), role: .heading)
    grid.putRight(
      SafeText(PeopleWords.count(row.rulings, "ruling")), row: area.row, end: end, role: .dim)
    guard isBeside else {
      let width = area.width - 4
      FactLine(Array(facts.prefix(3))).draw(
        in: &grid, at: Position(row: area.row + 1, column: 3), width: width)
      FactLine(Array(facts.dropFirst(3))).draw(
        in: &grid, at: Position(row: area.row + 2, column: 3), width: width)
      FactLine(outcomes).draw(
        in: &grid, at: Position(row: area.row + 3, column: 3), width: width)
      return
    }
    var line = area.row + 1
    line = draw(facts, in: &grid, area, from: line) + 1
    guard !outcomes.isEmpty, line < area.rows.upperBound else { return }
    grid.put("outcomes", at: Position(row: line, column: column), role: .heading)
    _ = draw(outcomes, in: &grid, area, from: line + 1)
  }

  private func draw(
    _ facts: [FactLine.Fact], in grid: inout Grid, _ area: Rect, from start: Int
  ) -> Int {
    var line = start
    for fact in facts where line < area.rows.upperBound {
      grid.put(fact.name, at: Position(row: line, column: area.column), role: .dim)
      grid.putRight(
        fact.value, row: line, end: area.columns.upperBound,
        width: area.width - fact.name.width - 1, role: fact.role)
      line += 1
    }
    return line
  }

  private var facts: [FactLine.Fact] {
    [
      fact("against most", row.against), fact("taken back", row.withdrawn),
      fact("overturned", row.overturned), fact("same again", row.again),
      fact("changed their mind", row.changedMind), fact("cite a clause", row.citing),
      fact("say why", row.reasoned),
      FactLine.Fact("days worked", SafeText(Figures.count(row.daysWorked))),
    ].compactMap { $0 }
  }

  /// Left out where there was no case.
  private func fact(_ name: SafeText, _ measure: Measure) -> FactLine.Fact? {
    guard measure.cases > 0 else { return nil }
    guard let value = measure.judged else {
      return FactLine.Fact(
        name, "too few, \(Figures.count(measure.cases))", role: .dim)
    }
    return FactLine.Fact(name, SafeText(Figures.share(value)))
  }

  private var outcomes: [FactLine.Fact] {
    row.outcomes.filter { $0.count > 0 }.map { outcome in
      FactLine.Fact(Self.name(outcome.kind), SafeText(Figures.count(outcome.count)))
    }
  }

  private static func name(_ kind: OutcomeKind) -> SafeText {
    switch kind {
    case .value: "a value"
    case .noneOfThese: "none of these"
    case .ambiguous: "ambiguous"
    case .notAnnotatable: "not annotatable"
    case .outsideGuideline: "outside the guideline"
    case .escalated: "escalated"
    }
  }
}
