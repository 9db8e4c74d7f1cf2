import Domain
import Screen

/// Draws one annotator's confusion matrix: rows are what is taken for right, columns what they said.
struct PersonView {
  /// From which share of a row on a cell off the diagonal has step 1, 2, … 6.
  private static let stops = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3]

  private let model: Model
  private let layout: PeopleLayout
  private let look: LabelLook
  private let names: PeopleNames

  init(_ model: Model, _ layout: PeopleLayout) {
    self.model = model
    self.layout = layout
    look = model.look
    names = PeopleNames(model)
  }

  func draw(in grid: inout Grid) {
    guard let person = model.annotators.person, let page = person.page?.value,
      let table = person.shown
    else { return }
    let area = layout.person
    let labels = table.labels.map { look.text($0) }
    grid.put(
      rowHeading(table), at: Position(row: area.firstRow - 1, column: area.nameColumn),
      width: area.nameWidth, role: .heading)
    let totals = labels.indices.map { table.units(right: $0) }
    MatrixView(
      layout: area, rows: labels, columns: labels, cursor: person.cell, hasCursor: true
    ).draw(in: &grid) { row, column in
      guard let cell = table.cell(row, column) else { return MatrixView.Cell(text: "", step: 0) }
      let share = Double(cell.units) / Double(max(1, totals[row]))
      return MatrixView.Cell(
        text: SafeText(Figures.count(cell.units)),
        step: row == column ? 0 : Self.stops.count { $0 <= share })
    }
    let shown = min(area.room.height, labels.count - person.cell.top)
    let legend = area.firstRow + shown
    if legend < layout.lists.list.rows.upperBound {
      grid.put(
        "items; a column is what they said; hot: a large share of its row",
        at: Position(row: legend, column: area.firstCell),
        width: layout.lists.list.width - area.firstCell - 1, role: .dim)
    }
    if layout.lists.side != nil {
      LabelUseTable(page.uses, model).draw(
        in: &grid,
        Rect(
          row: legend + 2, column: 1, width: layout.lists.list.width - 2,
          height: layout.lists.list.rows.upperBound - legend - 2))
    }
    guard let aside = layout.aside else { return }
    PersonTableAside(page, table, person, model).draw(
      in: &grid, aside, isBeside: layout.lists.side != nil)
  }

  private func rowHeading(_ table: PersonTable) -> SafeText {
    switch table.reference {
    case .others: "others"
    case .rulings: "ruled"
    case .gold: "gold"
    case .model(let model): names.name(model)
    }
  }
}
