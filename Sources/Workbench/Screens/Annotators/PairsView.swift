import Domain
import Screen

/// Draws who agrees with whom: κ of every two, hot where it is low.
struct PairsView {
  /// From which shortfall of κ a cell has step 1, 2, … 6: calm from .75 on, hottest below .50.
  private static let stops = [0.25, 0.3, 0.35, 0.4, 0.45, 0.5]

  private let model: Model
  private let layout: PeopleLayout
  private let people: [AnnotatorID]
  private let names: [SafeText]
  private let kappas: PairKappas

  init(_ model: Model, _ layout: PeopleLayout) {
    self.model = model
    self.layout = layout
    let names = PeopleNames(model)
    people = model.annotators.people.map(\.id)
    self.names = people.map { names.name($0) }
    kappas = model.annotators.pairKappas
  }

  /// The table with a cursor, and the pair under it in words.
  func draw(in grid: inout Grid) {
    guard !people.isEmpty else { return }
    let table = layout.pairs
    let cursor = model.annotators.pair
    grid.put(
      "κ", at: Position(row: table.firstRow - 1, column: table.nameColumn), role: .heading)
    MatrixView(layout: table, rows: names, columns: names, cursor: cursor, hasCursor: true).draw(
      in: &grid, cell: cell)
    let shown = min(table.room.height, people.count - cursor.top)
    drawLegend(in: &grid, row: table.firstRow + shown, column: table.firstCell)
    if let aside = layout.aside { drawAside(in: &grid, aside) }
  }

  /// The table below the list, with a title and without a cursor.
  func drawOverview(in grid: inout Grid, _ area: Rect) {
    let table = TableLayout(area, rows: names, columns: names, above: 2)
    grid.put(
      "who agrees with whom", at: Position(row: area.row, column: area.column), role: .heading)
    grid.putRight(
      "κ of the pair, same order", row: area.row, end: area.columns.upperBound, role: .dim)
    let place = people.firstIndex { $0 == model.annotators.current?.id } ?? -1
    MatrixView(
      layout: table, rows: names, columns: names, cursor: TableCursor(row: place, column: place),
      hasCursor: false
    ).draw(in: &grid, cell: cell)
    let row = table.firstRow + people.count
    if row < area.rows.upperBound { drawLegend(in: &grid, row: row, column: table.firstCell) }
  }

  private func cell(_ row: Int, _ column: Int) -> MatrixView.Cell {
    guard row != column else { return MatrixView.Cell(text: "", step: 0) }
    guard let kappa = kappas.of(people[row], people[column]) else {
      return MatrixView.Cell(text: "", step: nil)
    }
    guard let value = kappa.judged else { return MatrixView.Cell(text: "·", step: nil) }
    return MatrixView.Cell(
      text: SafeText(Figures.share(value)), step: Self.stops.count { $0 < 1 - value })
  }

  private func drawLegend(in grid: inout Grid, row: Int, column: Int) {
    guard row < grid.size.height - 1 else { return }
    grid.put(
      "hot is low: calm from .75 on; · too few items",
      at: Position(row: row, column: column), width: layout.lists.list.width - column - 1,
      role: .dim)
  }

  private func drawAside(in grid: inout Grid, _ area: Rect) {
    guard let (one, other) = model.annotators.pairUnderCursor else { return }
    let hidden = PeopleNames(model)
    let heading: SafeText =
      "\(hidden.name(one).clipped(to: area.width / 2 - 3).plain) and \(hidden.name(other).clipped(to: area.width / 2 - 3).plain)"
    let column = layout.lists.side == nil ? 1 : area.column
    grid.put(
      heading, at: Position(row: area.row, column: column), width: area.width, role: .heading)
    guard let kappa = kappas.of(one, other) else { return }
    var lines: [SafeText] = [
      "they share \(PeopleWords.count(kappa.cases, "item"))",
      kappa.isEnough
        ? "κ of this pair: \(PeopleWords.share(kappa))" : "too few to judge by",
    ]
    for id in [one, other] {
      guard let row = model.annotators.rows.first(where: { $0.id == id }) else { continue }
      lines.append(
        "\(hidden.name(id).clipped(to: 16).plain) with all others: \(PeopleWords.share(row.rest))")
    }
    for (offset, line) in lines.enumerated() where offset + 1 < area.height {
      grid.put(
        line, at: Position(row: area.row + 1 + offset, column: column + 2), width: area.width - 3,
        role: .dim)
    }
  }
}
