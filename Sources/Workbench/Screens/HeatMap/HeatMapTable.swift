import Agreement
import Screen

/// The table itself: headings, rows, cells filled by their heat, the cursor as brackets.
struct HeatMapTable {
  private let page: HeatMapPage
  private let layout: HeatMapLayout
  private let place: HeatPlace
  private let words: HeatWords

  init(_ model: Model, _ page: HeatMapPage, _ layout: HeatMapLayout) {
    self.page = page
    self.layout = layout
    place = model.heatMap.place
    words = HeatWords(model)
  }

  private var map: HeatMap { page.map }

  func draw(in grid: inout Grid) {
    drawHeadings(in: &grid)
    for (offset, row) in layout.rows.enumerated() {
      let line = layout.headingRow + 1 + offset
      drawName(row, in: &grid, line)
      for (step, column) in layout.columns.enumerated() {
        let start = layout.cellStart + step * layout.cellWidth
        drawCell(HeatPlace(row: row, column: column), in: &grid, line, start)
      }
      drawLast(row, in: &grid, line)
    }
  }

  private func drawHeadings(in grid: inout Grid) {
    let line = layout.headingRow
    let names: SafeText = map.rows.subject == .pair ? "pair" : SafeText()
    grid.put(names, at: Position(row: line, column: layout.bar + 1), role: .heading)
    for (step, column) in layout.columns.enumerated() {
      let end = layout.cellStart + (step + 1) * layout.cellWidth - 1
      let isOurs = column == place.column
      grid.putRight(
        layout.headings[column], row: line, end: end, width: layout.cellWidth - 1,
        role: isOurs ? .accent : .heading, attributes: isOurs ? .bold : [])
    }
    let end = layout.cellStart + layout.columns.count * layout.cellWidth + layout.lastWidth
    // What lies beyond the edges is said in the blank row above.
    if layout.columns.lowerBound > 0 {
      grid.put(
        "‹\(layout.columns.lowerBound)", at: Position(row: line - 1, column: layout.cellStart),
        role: .dim)
    }
    if layout.columns.upperBound < map.columns.count {
      grid.putRight(
        "\(map.columns.count - layout.columns.upperBound)›", row: line - 1,
        end: layout.cellStart + layout.columns.count * layout.cellWidth - 1, role: .dim)
    }
    guard layout.lastWidth > 0 else { return }
    let last: SafeText = map.rows.subject == .pair ? "change" : "α"
    grid.putRight(last, row: line, end: end, role: .heading)
  }

  private func drawName(_ row: Int, in grid: inout Grid, _ line: Int) {
    let isOurs = row == place.row
    let role: Role = isOurs ? .accent : .text
    let bold: Attributes = isOurs ? .bold : []
    if isOurs { grid.put("▌", at: Position(row: line, column: layout.bar), role: .accent) }
    var column = layout.bar + 1
    if layout.numberWidth > 0 {
      grid.putRight(
        SafeText(row + 1), row: line, end: column + layout.numberWidth - 1,
        role: isOurs ? .accent : .dim)
      column += layout.numberWidth
    }
    guard let second = layout.secondName else {
      grid.put(
        words.name(map.rows, row).clippedInMiddle(to: layout.nameWidth),
        at: Position(row: line, column: column), role: role, attributes: bold)
      return
    }
    let pair = map.rows.pairs[row]
    grid.put(
      words.label(pair.first), at: Position(row: line, column: column), width: layout.nameWidth,
      role: role, attributes: bold)
    grid.put("↔", at: Position(row: line, column: second - 2), role: .faint)
    grid.put(
      words.label(pair.second), at: Position(row: line, column: second),
      width: layout.cellStart - second - 1, role: role, attributes: bold)
  }

  private func drawCell(_ place: HeatPlace, in grid: inout Grid, _ line: Int, _ start: Int) {
    let cell = map[place]
    let width = layout.cellWidth
    var role = Role.faint
    var text: SafeText = "·"
    if map.isAgreement(place) {
      role = .heat0
      text = SafeText()
    } else if let step = map.step(place) {
      role = Role.heat[step]
      text = cell.count == 0 && cell.value == 0 ? "0" : SafeText(words.figure(cell))
    } else if cell.value != nil, !cell.isTooFew {
      // Nothing to be held against, so neither hot nor cold.
      role = .dim
      text = SafeText(words.figure(cell))
    } else if cell.value == nil, cell.estimate.status == .undefinedSelf {
      text = SafeText()
    }
    let shown = text.clipped(to: width - 1)
    let blank = SafeText.repeating(" ", count: width - 1 - shown.width)
    grid.put(blank + shown + " ", at: Position(row: line, column: start), role: role)
    guard place == self.place else { return }
    let bracket = role == .faint ? Role.accent : role
    grid.put(
      shown.isEmpty ? SafeText() : shown,
      at: Position(row: line, column: start + width - 1 - shown.width), role: role,
      attributes: .bold)
    grid.put("[", at: Position(row: line, column: start), role: bracket, attributes: .bold)
    grid.put(
      "]", at: Position(row: line, column: start + width - 1), role: bracket, attributes: .bold)
  }

  /// α of a label, or what became of a pair.
  private func drawLast(_ row: Int, in grid: inout Grid, _ line: Int) {
    guard layout.lastWidth > 0 else { return }
    let end = layout.cellStart + layout.columns.count * layout.cellWidth + layout.lastWidth
    if map.rows.subject == .pair {
      let change = map.change(row: row)
      grid.putRight(
        HeatChangeWords.text(change, map.measure), row: line, end: end,
        role: HeatChangeWords.role(change, map.measure))
    } else if page.alphas.indices.contains(row), let alpha = page.alphas[row] {
      grid.putRight(SafeText(Figures.share(alpha)), row: line, end: end)
    } else {
      grid.putRight("·", row: line, end: end, role: .faint)
    }
  }
}

/// A change over time: how it is written, and whether it is good or bad.
enum HeatChangeWords {
  static func text(_ change: HeatChange?, _ measure: HeatMeasure) -> SafeText {
    guard let change else { return "·" }
    let figure =
      measure == .count
      ? Figures.change(Int(change.value.rounded())) : Figures.change(change.value)
    return figure == "±.00" || figure == "±0" ? "0" : SafeText(figure)
  }

  /// What is no more than noise is quiet.
  static func role(_ change: HeatChange?, _ measure: HeatMeasure) -> Role {
    guard let change else { return .faint }
    guard change.isBeyondNoise, measure != .count else { return .dim }
    let isWorse = measure == .alpha ? change.value < 0 : change.value > 0
    return isWorse ? .warn : .good
  }
}
