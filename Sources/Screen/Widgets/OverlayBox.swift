/// What floats: a rounded border on its own ground, with a title and a note in the upper edge.
package struct OverlayBox {
  private let title: SafeText
  private let note: SafeText

  package init(title: SafeText, note: SafeText = SafeText()) {
    self.title = title
    self.note = note
  }

  /// Blanks the block, draws the border one cell inside its left and right edge, and returns what
  /// is left for the contents.
  @discardableResult
  package func draw(in grid: inout Grid, _ block: Rect) -> Rect {
    grid.clear(block, ground: .overlay)
    let frame = block.inset(columns: 1)
    guard frame.width >= 4, frame.height >= 2 else { return frame }
    let left = frame.column
    let right = frame.columns.upperBound - 1
    let bottom = frame.rows.upperBound - 1
    edge("╭", "╮", row: frame.row, frame.columns, in: &grid)
    edge("╰", "╯", row: bottom, frame.columns, in: &grid)
    grid.rule(column: left, rows: frame.row + 1..<bottom, role: .borderFocus)
    grid.rule(column: right, rows: frame.row + 1..<bottom, role: .borderFocus)
    caption(row: frame.row, columns: left + 2..<right - 1, in: &grid)
    return frame.inset(rows: 1, columns: 1)
  }

  /// Draws the upper edge of a panel that has no sides, as above a palette's matches.
  package func drawEdge(in grid: inout Grid, row: Int) {
    let columns = 0..<grid.size.width
    grid.clear(Rect(row: row, column: 0, width: columns.count, height: 1), ground: .overlay)
    grid.rule(row: row, columns: columns, role: .borderFocus)
    if columns.count > 4 { caption(row: row, columns: 2..<columns.count - 2, in: &grid) }
  }

  private func edge(
    _ first: SafeText, _ last: SafeText, row: Int, _ columns: Range<Int>, in grid: inout Grid
  ) {
    grid.rule(row: row, columns: columns, role: .borderFocus)
    grid.put(first, at: Position(row: row, column: columns.lowerBound), role: .borderFocus)
    grid.put(last, at: Position(row: row, column: columns.upperBound - 1), role: .borderFocus)
  }

  private func caption(row: Int, columns: Range<Int>, in grid: inout Grid) {
    guard columns.count > 2 else { return }
    if !title.isEmpty {
      grid.put(
        " \(title.clipped(to: columns.count - 2)) ",
        at: Position(row: row, column: columns.lowerBound), attributes: .bold)
    }
    guard !note.isEmpty, title.width + note.width + 6 <= columns.count else { return }
    grid.putRight(" \(note) ", row: row, end: columns.upperBound, role: .dim)
  }
}
