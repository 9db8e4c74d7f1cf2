import Agreement
import Domain
import Screen

/// Draws the heat map: a table that glows where it hurts, what the cell under the cursor says, and
/// where to go from there.
struct HeatMapScreen: PlaceScreen {
  private let model: Model

  init(_ model: Model) {
    self.model = model
  }

  private var page: HeatMapPage? { model.heatMap.page?.value }

  var unit: SafeText { HeatWords(model).title }

  var sentence: Sentence { HeatSentence(model).sentence }

  var progress: SafeText {
    guard let map = page?.map else { return SafeText() }
    return "\(Figures.count(map.ratings)) ratings"
  }

  /// The cell in words with its numbers: its row alone would not say which of its cells it is.
  var heard: String {
    guard let page, model.heatMap.hasCell else { return "" }
    return Spoken.list(HeatCellWords(model, page).lines(width: 400).map { Spoken.line($0) })
  }

  var hints: [CommandID] {
    guard model.heatMap.hasCell else { return [.nextMap, .heatUnits, .reread, .back] }
    return [.open, .nextMap, .heatTime, .heatUnits, .order, .measure, .hotter, .writeMap]
  }

  func title(_ id: CommandID) -> SafeText? { id == .open ? "items" : nil }

  func unavailable(_ id: CommandID) -> SafeText? {
    let request = model.heatMap.wanted.request
    switch id {
    case .open, .clauseFromCell:
      guard model.heatMap.hasCell, let page else { return "there is no cell" }
      let limit = page.map.limit(behind: model.heatMap.place, in: page.scope)
      let leak = LimitWords.leak(in: limit, model.configuration).map { SafeText($0) }
      return leak ?? (id == .clauseFromCell ? model.cannotWriteGuideline : nil)
    case .next, .previous, .first, .last, .halfDown, .halfUp, .pageDown, .pageUp, .left, .right,
      .firstColumn, .lastColumn, .wider, .narrower, .writeMap, .copy:
      return model.heatMap.hasCell ? nil : "there is no cell"
    case .hotter, .cooler:
      return page?.hottest.isEmpty == false ? nil : "no cell is hot"
    case .heatUnits:
      return request.kind.units.count > 1 ? nil : "only label × label is drawn of open items"
    case .nextSlice:
      let count = page?.slices.count ?? 0
      if count < 2 { return count == 0 ? "items have no slices" : "items have one slice" }
      return request.kind.columns == .slice ? nil : "the map has no slices"
    case .heatQuestion:
      return (page?.questions.count ?? 0) > 1 ? nil : "there is one question"
    default: return nil
    }
  }

  func draw(in grid: inout Grid) {
    guard model.heatMap.hasCell, let page else { return }
    guard let layout = HeatMapLayout(model) else {
      HeatMapList(model, page).draw(in: &grid)
      return
    }
    HeatMapTable(model, page, layout).draw(in: &grid)
    HeatMapFoot(model, page, layout).draw(in: &grid)
    guard let side = layout.side, let rule = layout.rule else { return }
    grid.rule(column: rule, rows: layout.headingRow..<grid.size.height - 2)
    HeatMapSide(model, page).draw(in: &grid, side)
  }
}
