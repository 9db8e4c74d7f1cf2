import Agreement
import Screen

/// Where a table has no room: the cell under the cursor, then the hottest cells as a list.
struct HeatMapList {
  private let model: Model
  private let page: HeatMapPage
  private let words: HeatWords

  init(_ model: Model, _ page: HeatMapPage) {
    self.model = model
    self.page = page
    words = HeatWords(model)
  }

  func draw(in grid: inout Grid) {
    let size = grid.size
    let top = size.height >= 20 ? 3 : 2
    let bottom = size.height - (size.height < 20 ? 1 : 2)
    let cellWords = HeatCellWords(model, page)
    var row = top
    for (offset, line) in cellWords.lines(width: size.width - 4).prefix(3).enumerated()
    where row < bottom {
      grid.put(
        line, at: Position(row: row, column: offset == 0 ? 1 : 3), width: size.width - 4,
        role: offset == 0 ? .heading : .dim)
      row += 1
    }
    row += size.height < 20 ? 0 : 1
    let height = max(0, bottom - row)
    let cursor = page.rank(of: model.heatMap.place)
    let start = max(0, (cursor ?? 0) - height + 1)
    let places = Array(page.hottest.dropFirst(start).prefix(height))
    guard !places.isEmpty else { return }
    let names = HeatPlaces(page, words, places, width: size.width - 12)
    for (offset, place) in places.enumerated() {
      if start + offset == cursor {
        grid.fill(Rect(row: row, column: 0, width: size.width, height: 1), ground: .selection)
        grid.put("▌", at: Position(row: row, column: 0), role: .accent)
      }
      names.draw(offset, in: &grid, Position(row: row, column: 2))
      let text = SafeText(words.figure(page.map[place]))
      grid.put(
        .repeating(" ", count: max(0, 6 - text.width)) + text + " ",
        at: Position(row: row, column: size.width - 8), role: Role.heat[page.map.step(place) ?? 0])
      row += 1
    }
  }
}
