import Domain
import Screen

/// One part of the guideline in a row of the list.
struct GuidelineRow {
  private let part: GuidelineList.Part
  private let page: GuidelinePage
  private let look: LabelLook
  private let model: Model

  init(_ part: GuidelineList.Part, _ page: GuidelinePage, _ model: Model) {
    self.part = part
    self.page = page
    look = model.look
    self.model = model
  }

  func draw(in grid: inout Grid, row: Int, width: Int) {
    let end = width - 2
    switch part {
    case .clause(let id): drawClause(id, in: &grid, row: row, end: end)
    case .label(let id): drawLabel(id, in: &grid, row: row, end: end)
    case .policy(let id):
      grid.put("\(id.text)", at: Position(row: row, column: 3), width: end - 3)
    case .pending:
      grid.put("•", at: Position(row: row, column: 1), role: .warn)
      let count = page.guideline.pending.count
      put(
        "v\(page.guideline.version + 1)", count == 1 ? "1 part waits" : "\(count) parts wait",
        in: &grid, row: row, end: end)
    case .unsent(let target):
      grid.put("○", at: Position(row: row, column: 1), role: .dim)
      let title = model.forms[target]?.clause.title ?? ""
      put(title.isEmpty ? "without a title" : "\(title)", "", in: &grid, row: row, end: end)
    case .version(let number):
      if number == page.guideline.version {
        grid.put("✓", at: Position(row: row, column: 1), role: .good)
      }
      let version = page.guideline.versions.first { $0.number == number }
      put(
        "v\(number)  \(version?.by.text ?? "")",
        version.map { GuidelineWords.day($0.at) } ?? SafeText(), in: &grid, row: row, end: end)
    }
  }

  private func put(
    _ text: SafeText, _ right: SafeText, in grid: inout Grid, row: Int, end: Int
  ) {
    let used = grid.putRight(right, row: row, end: end, role: .dim)
    grid.put(text, at: Position(row: row, column: 3), width: end - used - 2 - 3)
  }

  private func drawClause(_ id: ClauseID, in grid: inout Grid, row: Int, end: Int) {
    guard let clause = page.guideline.clauses[id] else { return }
    let status = GuidelineWords.status(clause)
    grid.put(status.glyph, at: Position(row: row, column: 1), role: status.role)
    let isQuiet = clause.status == .withdrawn
    let count = page.citations[id]?.count ?? 0
    let used = grid.putRight(
      SafeText(Figures.count(count)), row: row, end: end, role: count == 0 ? .faint : .text)
    var column = 3
    column +=
      grid.put(
        "\(id.text)", at: Position(row: row, column: column), role: isQuiet ? .dim : .info) + 2
    // Stripes alone, at the same cells in every row: names stand in full beside the list.
    let labels = clause.content.labels
    for (index, label) in labels.prefix(3).enumerated() {
      Stripe.draw(look.role(label), in: &grid, at: Position(row: row, column: column + index))
    }
    if labels.count > 3 {
      grid.put("…", at: Position(row: row, column: column + 3), role: .dim)
    }
    column += 5
    grid.put(
      "\(clause.content.title)", at: Position(row: row, column: column),
      width: max(0, end - used - 2 - column), role: isQuiet ? .dim : .text)
  }

  private func drawLabel(_ id: LabelID, in grid: inout Grid, row: Int, end: Int) {
    let rulings = page.labels.first { $0.definition.id == id }?.use.rulings ?? 0
    let used = grid.putRight(
      SafeText(Figures.count(rulings)), row: row, end: end, role: rulings == 0 ? .faint : .text)
    Stripe.draw(look.role(id), in: &grid, at: Position(row: row, column: 3))
    let isDefined = page.guideline.sections[.label(id)] != nil
    let clauses = page.guideline.clauses.values.count { clause in
      clause.published?.labels.contains(id) == true
    }
    let name = look.name(id)
    let taken = grid.put(
      name, at: Position(row: row, column: 4), width: max(0, end - used - 2 - 4))
    let note: SafeText =
      clauses == 0
      ? isDefined ? "no clause" : "nothing said of it"
      : clauses == 1 ? "1 clause" : "\(clauses) clauses"
    let column = max(4 + taken + 2, 24)
    grid.put(
      note, at: Position(row: row, column: column), width: max(0, end - used - 2 - column),
      role: clauses == 0 && !isDefined ? .faint : .dim)
  }
}
