import Domain
import Screen

/// What floats over a screen: help, places, and the pages about an item.
struct OverlayView {
  private let model: Model

  init(_ model: Model) {
    self.model = model
  }

  func draw(in grid: inout Grid) {
    let size = grid.size
    grid.recede(Rect(row: 1, column: 0, width: size.width, height: size.height - 2))
    switch model.overlay {
    case .help(let find, let page):
      HelpView(model, find: find, page: page).draw(in: &grid)
    case .votes(let offset), .history(let offset), .why(let offset), .changed(let offset):
      drawPages(offset, in: &grid)
    case .precedents(let place):
      let height = OverlayPages.height(size)
      drawPages(max(0, 2 * place + 2 - height), selected: 2 * place, in: &grid)
    case .alike:
      let place = model.alike?.place ?? 0
      let height = OverlayPages.height(size)
      drawPages(max(0, place + 1 - height), selected: place, in: &grid)
    case nil: break
    }
  }

  private func drawPages(_ offset: Int, selected: Int? = nil, in grid: inout Grid) {
    let size = grid.size
    let pages = OverlayPages(model)
    let height = min(OverlayPages.height(size), max(1, pages.lines.count))
    let width = min(size.width, 92)
    let block = Rect(
      row: max(1, (size.height - height - 4) / 2), column: (size.width - width) / 2, width: width,
      height: height + 4)
    let note: SafeText =
      pages.lines.count > height
      ? "\(offset + 1)–\(min(offset + height, pages.lines.count)) of \(pages.lines.count)" : ""
    let area = OverlayBox(title: pages.title, note: note).draw(in: &grid, block)
    for (index, line) in pages.lines.dropFirst(offset).prefix(height).enumerated() {
      if offset + index == selected {
        grid.fill(
          Rect(
            row: area.row + 1 + index, column: area.column + 1, width: area.width - 2, height: 1),
          ground: .selection)
      }
      draw(line, in: &grid, row: area.row + 1 + index, area)
    }
  }

  private func draw(_ line: OverlayPages.Line, in grid: inout Grid, row: Int, _ area: Rect) {
    let start = area.column + 2
    let end = area.columns.upperBound - 2
    let used = grid.putRight(
      line.right, row: row, end: end, width: (end - start) * 2 / 3, role: .dim)
    grid.put(line.left, at: Position(row: row, column: start), width: 6, role: line.leftRole)
    let hasMargin = !line.left.isEmpty || !line.glyph.isEmpty || line.textRole == .dim
    grid.put(line.glyph, at: Position(row: row, column: start + 7), role: line.role)
    let column = hasMargin ? start + 9 : start
    grid.put(
      line.text, at: Position(row: row, column: column),
      width: max(0, end - column - (used > 0 ? used + 2 : 0)), role: line.textRole)
  }
}
