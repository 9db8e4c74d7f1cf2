import Screen

/// A table of heat: names, headings, and cells that glow.
struct MatrixView {
  struct Cell {
    let text: SafeText
    /// How hot, 0 to 6; nil for what has no heat.
    let step: Int?
  }

  let layout: TableLayout
  let rows: [SafeText]
  let columns: [SafeText]
  /// Which part is in view, and which cell is looked at.
  let cursor: TableCursor
  /// False where the table is only shown: then the row and column of the cursor are named alone.
  let hasCursor: Bool

  func draw(in grid: inout Grid, cell: (_ row: Int, _ column: Int) -> Cell) {
    let across = columns.indices.dropFirst(cursor.left).prefix(layout.room.width)
    for (offset, column) in across.enumerated() {
      let start = layout.firstCell + offset * layout.cellWidth
      let heading = columns[column].clippedInMiddle(to: layout.cellWidth - 1)
      grid.put(
        heading,
        at: Position(
          row: layout.firstRow - 1, column: start + layout.cellWidth - 1 - heading.width),
        role: column == cursor.column ? .accent : .heading,
        attributes: column == cursor.column ? .bold : [])
    }
    for (offset, row) in rows.indices.dropFirst(cursor.top).prefix(layout.room.height).enumerated()
    {
      let line = layout.firstRow + offset
      let isHere = row == cursor.row
      grid.put(
        rows[row].clippedInMiddle(to: layout.nameWidth),
        at: Position(row: line, column: layout.nameColumn), role: isHere ? .accent : .text,
        attributes: isHere ? .bold : [])
      for (place, column) in across.enumerated() {
        draw(
          cell(row, column), isUnderCursor: hasCursor && isHere && column == cursor.column,
          in: &grid,
          at: Position(row: line, column: layout.firstCell + place * layout.cellWidth))
      }
    }
  }

  private func draw(
    _ cell: Cell, isUnderCursor: Bool, in grid: inout Grid, at position: Position
  ) {
    let role = cell.step.map { Role.heat[$0] } ?? .faint
    let width = layout.cellWidth
    let text = cell.text.clipped(to: width - 2)
    let blank = SafeText.repeating(" ", count: width - 1 - text.width)
    grid.put(blank + text + " ", at: position, role: role)
    guard isUnderCursor else { return }
    let start = position.column + width - 2 - text.width
    grid.put("[", at: Position(row: position.row, column: start), role: role, attributes: .bold)
    grid.put(
      "]", at: Position(row: position.row, column: position.column + width - 1), role: role,
      attributes: .bold)
  }
}
