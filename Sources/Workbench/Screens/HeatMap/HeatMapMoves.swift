import Agreement
import Screen

extension Model {
  /// Moves the cursor, or the view.
  ///
  /// - Returns: false for other commands.
  mutating func moveInHeatMap(_ id: CommandID) -> Bool {
    guard let map = heatMap.map, heatMap.hasCell else { return false }
    let layout = HeatMapLayout(self)
    if layout == nil, moveInHeatList(id) { return true }
    let height = max(1, layout?.rows.count ?? 1)
    var (row, column) = (heatMap.place.row, heatMap.place.column)
    switch id {
    case .next: row += 1
    case .previous: row -= 1
    case .first: row = 0
    case .last: row = map.rows.count - 1
    case .halfDown: row += max(1, height / 2)
    case .halfUp: row -= max(1, height / 2)
    case .pageDown: row += height
    case .pageUp: row -= height
    case .left: column -= 1
    case .right: column += 1
    case .firstColumn: column = 0
    case .lastColumn: column = map.columns.count - 1
    case .wider: heatMap.zoom = min(heatMap.zoom + 1, 12)
    case .narrower: heatMap.zoom = max(heatMap.zoom - 1, -12)
    case .hotter: return moveToHottest(by: 1)
    case .cooler: return moveToHottest(by: -1)
    default: return false
    }
    heatMap.place = HeatPlace(
      row: max(0, min(row, map.rows.count - 1)),
      column: max(0, min(column, map.columns.count - 1)))
    fitHeatMap()
    return true
  }

  /// Where only the hottest cells are listed, rows are these.
  private mutating func moveInHeatList(_ id: CommandID) -> Bool {
    let hottest = heatMap.page?.value.hottest ?? []
    switch id {
    case .next: return moveToHottest(by: 1)
    case .previous: return moveToHottest(by: -1)
    case .first: heatMap.place = hottest.first ?? heatMap.place
    case .last: heatMap.place = hottest.last ?? heatMap.place
    default: return false
    }
    return true
  }

  /// Keeps the cursor in view.
  mutating func fitHeatMap() {
    guard let layout = HeatMapLayout(self) else { return }
    heatMap.top = layout.rows.lowerBound
    heatMap.left = layout.columns.lowerBound
  }

  /// The hottest cells in turn; two that face each other across the diagonal are one.
  private mutating func moveToHottest(by step: Int) -> Bool {
    guard let page = heatMap.page?.value, !page.hottest.isEmpty else { return true }
    let hottest = page.hottest
    let place = page.rank(of: heatMap.place)
    let next = place.map { ($0 + step + hottest.count) % hottest.count } ?? 0
    heatMap.place = hottest[next]
    fitHeatMap()
    return true
  }
}
