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
    let look = model.look
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
    let reading = ItemReading(model)
    let lines = reading.lines(offset..<offset + area.height)
    for (index, line) in lines.enumerated() {
      draw(line, in: &grid, row: area.row + index, area)
    }
    let count = reading.lineCount(upTo: max(Self.mostCounted, offset + area.height + 1))
    if count > area.height || offset > 0 {
      drawPlace(offset, count, in: &grid, area)
    }
  }

  private func draw(_ line: ItemReading.Line, in grid: inout Grid, row: Int, _ area: Rect) {
    if !line.margin.isEmpty {
      let start = line.indent > 4 ? area.column + 2 : area.column
      grid.put(
        line.margin, at: Position(row: row, column: start),
        width: max(0, line.indent - (start - area.column) - 1), role: .dim)
    }
    if let bar = line.bar {
      grid.put("│", at: Position(row: row, column: area.column + line.indent - 2), role: bar)
    }
    let attributes: Attributes = line.isHeading && line.role != .heading ? .bold : []
    var used = grid.put(
      MarkedFlow.Line(text: line.text, marks: line.marks),
      at: Position(row: row, column: area.column + line.indent), width: area.width - line.indent,
      role: line.role, attributes: attributes)
    if let beside = line.beside {
      grid.rule(column: area.column + beside.rule, rows: row..<row + 1)
      used =
        beside.column
        + grid.put(
          beside.line, at: Position(row: row, column: area.column + beside.column),
          width: area.width - beside.column, role: line.role, attributes: attributes)
    }
    guard !line.right.isEmpty else { return }
    grid.putRight(
      line.right, row: row, end: area.columns.upperBound, width: area.width - used - 2,
      role: .dim)
  }

  /// Lines counted to say how long a text is: beyond that only that it is longer.
  private static let mostCounted = 500

  /// Which lines are shown of how many, and the key for more: below the text, where there is a row.
  private func drawPlace(_ offset: Int, _ count: Int, in grid: inout Grid, _ area: Rect) {
    let down = model.start.keymap.name(for: .scrollDown) ?? "more"
    let up = model.start.keymap.name(for: .scrollUp) ?? ""
    let last = min(offset + area.height, count)
    let key = last < count ? down : up
    let end = area.columns.upperBound
    guard model.size.height >= 20 else {
      grid.putRight(" … \(key)", row: area.rows.upperBound - 1, end: end, role: .faint)
      return
    }
    let total = count >= Self.mostCounted ? "\(Self.mostCounted)+" : Figures.count(count)
    grid.putRight(
      "lines \(Figures.count(offset + 1))–\(Figures.count(last)) of \(total)  \(key)",
      row: area.rows.upperBound, end: end, role: .dim)
  }
}
