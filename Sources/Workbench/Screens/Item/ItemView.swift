import Domain
import Screen

/// Draws an item: the text, the contest, and the evidence that the size has room for.
struct ItemView {
  private let model: Model

  init(_ model: Model) {
    self.model = model
  }

  func draw(in grid: inout Grid) {
    let layout = ItemLayout(model)
    SentenceLine(model).draw(in: &grid, row: layout.sentenceRow)
    guard let item = model.item, item.opened != nil else { return }
    let look = LabelLook(model.configuration)
    if layout.shape == .pair {
      PairView(model, item, layout, look).draw(in: &grid)
      return
    }
    drawReading(in: &grid, layout)
    ContestView(model, item, layout, look).draw(in: &grid)
    let evidence = ItemEvidence(model, item, look)
    if layout.facts.height > 0 { evidence.drawFacts(in: &grid, layout.facts) }
    if let rule = layout.rule {
      grid.rule(column: rule, rows: layout.reading.row..<grid.size.height - 2)
    }
    if let ruling = layout.ruling { evidence.drawRuling(in: &grid, ruling) }
    if let side = layout.side { evidence.drawSide(in: &grid, side) }
  }

  private func drawReading(in grid: inout Grid, _ layout: ItemLayout) {
    let area = layout.reading
    let offset = model.item?.offset ?? 0
    let lines = ItemReading(model).lines(offset..<offset + area.height + 1)
    for (index, line) in lines.prefix(area.height).enumerated() {
      let row = area.row + index
      var used = 0
      if !line.margin.isEmpty {
        grid.put(
          line.margin, at: Position(row: row, column: area.column + 2),
          width: max(0, line.indent - 3), role: .dim)
      }
      used = grid.put(
        line.text, at: Position(row: row, column: area.column + line.indent),
        width: area.width - line.indent, role: line.role)
      if !line.right.isEmpty {
        grid.putRight(
          line.right, row: row, end: area.columns.upperBound, width: area.width - used - 2,
          role: .dim)
      }
    }
    let key = model.start.keymap.name(for: .scrollDown) ?? "more"
    if lines.count > area.height {
      grid.putRight(
        " … \(key)", row: area.rows.upperBound - 1, end: area.columns.upperBound, role: .faint)
    }
    if offset > 0 {
      let up = model.start.keymap.name(for: .scrollUp) ?? ""
      grid.putRight(" … \(up)", row: area.row, end: area.columns.upperBound, role: .faint)
    }
  }
}
