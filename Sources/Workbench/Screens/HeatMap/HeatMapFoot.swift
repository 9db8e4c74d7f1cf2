import Agreement
import Screen

/// What stands below the table: what colours mean, and where there is no pane beside it what the cell
/// says; with more room the hottest cells as a list.
struct HeatMapFoot {
  private let model: Model
  private let page: HeatMapPage
  private let layout: HeatMapLayout
  private let words: HeatWords

  init(_ model: Model, _ page: HeatMapPage, _ layout: HeatMapLayout) {
    self.model = model
    self.page = page
    self.layout = layout
    words = HeatWords(model)
  }

  private var map: HeatMap { page.map }

  func draw(in grid: inout Grid) {
    let area = layout.foot
    guard area.height >= 1 else { return }
    drawMore(in: &grid, area.row)
    drawBorders(in: &grid, area.row)
    if layout.side != nil {
      drawLegend(in: &grid, area.row + 1)
      let rest = Rect(
        row: area.row + 3, column: 1, width: area.width - 3, height: area.height - 3)
      if map.kind == .pairWeek {
        drawTrend(in: &grid, rest)
      } else {
        drawHottest(in: &grid, rest.row, height: rest.height)
      }
      return
    }
    let legend = area.rows.upperBound - 1
    drawLegend(in: &grid, legend)
    let lines = HeatCellWords(model, page).lines(width: area.width - 6)
    for (offset, line) in lines.prefix(max(0, area.height - 3)).enumerated() {
      let row = area.row + 1 + offset
      let isFirst = offset == 0
      grid.put(
        line, at: Position(row: row, column: isFirst ? 1 : 3), width: area.width - 4,
        role: isFirst ? .heading : .dim)
    }
  }

  /// How many rows lie above and below.
  private func drawMore(in grid: inout Grid, _ row: Int) {
    let (above, below) = (layout.rows.lowerBound, map.rows.count - layout.rows.upperBound)
    guard above + below > 0 else { return }
    let parts = [above > 0 ? "\(above) above" : "", below > 0 ? "\(below) below" : ""]
    grid.put(
      SafeText(parts.filter { !$0.isEmpty }.joined(separator: " · ")),
      at: Position(row: row, column: layout.bar + 1), width: layout.cellStart - 2, role: .dim)
  }

  /// Where labels changed along the columns: figures on the two sides are not comparable.
  private func drawBorders(in grid: inout Grid, _ row: Int) {
    guard let axis = LabelBorder.Axis(rawValue: map.columns.subject.rawValue),
      let last = page.borders.last
    else { return }
    let start = layout.rows.count < map.rows.count ? layout.cellStart : layout.bar + 1
    grid.put(
      SafeText("┆ \(last.phrase(along: axis, earlier: page.borders.count - 1))"),
      at: Position(row: row, column: start),
      width: max(0, layout.foot.width - start - 1), role: .info)
  }

  private func drawLegend(in grid: inout Grid, _ row: Int) {
    guard row < grid.size.height - 1 else { return }
    var column = 1
    column += grid.put(words.measure, at: Position(row: row, column: column), role: .dim) + 2
    var figures = [map.scale.heat == .shortfall ? "1" : "0"]
    figures += map.scale.stops.map { stop in
      if map.measure == .count { return Figures.count(Int(stop.rounded(.up))) }
      return Figures.share(map.scale.heat == .shortfall ? 1 - stop : stop)
    }
    let width = max(5, (figures.map(\.count).max() ?? 3) + 2)
    for (step, figure) in figures.enumerated() {
      let text = SafeText.repeating(" ", count: width - 1 - figure.count) + SafeText(figure) + " "
      grid.put(text, at: Position(row: row, column: column), role: Role.heat[step])
      column += width
    }
    let noun: SafeText =
      switch map.rows.subject {
      case .annotator: "items"
      case .label where map.columns.subject != .label || map.of == .overruled: "ratings"
      default: "pairs"
      }
    let note: SafeText = "· under \(map.enough) \(noun)"
    if column + 3 + note.width < layout.foot.width {
      grid.put(note, at: Position(row: row, column: column + 3), role: .dim)
    }
  }

  /// How often ratings differ, week by week, whatever the labels.
  private func drawTrend(in grid: inout Grid, _ area: Rect) {
    let weeks = page.disagreement
    guard area.height >= 5, let first = weeks.first, let last = weeks.last, weeks.count > 1 else {
      return
    }
    grid.put(
      "all labels, disagreement a week", at: Position(row: area.row, column: area.column),
      role: .heading)
    grid.putRight(
      "\(SafeText(first.name)) to \(SafeText(last.name))", row: area.row,
      end: area.columns.upperBound, role: .dim)
    HeatTrend(weeks.map(\.value)).draw(
      in: &grid,
      Rect(
        row: area.row + 1, column: area.column, width: area.width, height: min(8, area.height - 1)))
  }

  /// The hottest cells, first to last.
  private func drawHottest(in grid: inout Grid, _ row: Int, height: Int) {
    guard height >= 4 else { return }
    let most = min(10, height - 2)
    let hottest = Array(page.hottest.prefix(most))
    guard !hottest.isEmpty else { return }
    let isPair = map.kind == .labelLabel && map.of != .overruled && page.weeks != nil
    let heading: SafeText = isPair ? "hottest pairs" : "hottest cells"
    grid.put(heading, at: Position(row: row, column: 1), role: .heading)
    let names = HeatPlaces(page, words, hottest, width: isPair ? 34 : layout.foot.width - 24)
    let count = 4 + names.width + 9
    let figure = count + 7
    grid.putRight(
      map.rows.subject == .annotator ? "items" : "count", row: row, end: count, role: .heading)
    grid.putRight("now", row: row, end: figure, role: .heading)
    let hasTrend = isPair && figure + 24 < layout.foot.width
    if hasTrend {
      grid.putRight("change", row: row, end: figure + 10, role: .heading)
      grid.put("by week", at: Position(row: row, column: figure + 13), role: .heading)
    }
    for (offset, place) in hottest.enumerated() {
      let line = row + 1 + offset
      grid.putRight(SafeText(offset + 1), row: line, end: 3, role: .dim)
      names.draw(
        offset, in: &grid, Position(row: line, column: 4),
        role: offset < page.firm ? .text : .dim)
      let cell = map[place]
      grid.putRight(SafeText(Figures.count(cell.count)), row: line, end: count)
      let text = SafeText(words.figure(cell))
      grid.put(
        .repeating(" ", count: max(0, 5 - text.width)) + text + " ",
        at: Position(row: line, column: figure - 5), role: Role.heat[map.step(place) ?? 0])
      if hasTrend { drawTrend(place, in: &grid, line, figure + 10) }
    }
  }

  private func drawTrend(_ place: HeatPlace, in grid: inout Grid, _ line: Int, _ end: Int) {
    guard let weeks = page.weeks, let pair = page.pair(at: place),
      let row = page.pairRow(weeks, pair.first, pair.second)
    else { return }
    let change = weeks.change(row: row)
    grid.putRight(
      HeatChangeWords.text(change, .share), row: line, end: end,
      role: HeatChangeWords.role(change, .share))
    let series = HeatSeries.of(weeks, row: row)
    Sparkline(series, limit: 0.4).draw(
      in: &grid, at: Position(row: line, column: end + 3), width: 12)
  }
}

/// A row of a map over time, as a sparkline takes it.
enum HeatSeries {
  static func of(_ map: HeatMap, row: Int) -> [Double?] {
    (0..<map.columns.count).filter { !map.columns.isUnnamed($0) }.map { column in
      let cell = map[HeatPlace(row: row, column: column)]
      return cell.isTooFew ? nil : cell.value
    }
  }
}

/// The names of cells in two columns.
struct HeatPlaces {
  private let firsts: [SafeText]
  private let seconds: [SafeText]
  private let firstWidth: Int
  private let sign: SafeText
  /// Cells that the longest takes.
  let width: Int

  init(_ page: HeatMapPage, _ words: HeatWords, _ places: [HeatPlace], width: Int) {
    let half = max(8, (width - 3) / 2)
    firsts = places.map { words.name(page.map.rows, $0.row).clippedInMiddle(to: half) }
    seconds = places.map { words.column(page.map, $0.column).clippedInMiddle(to: half) }
    firstWidth = firsts.map(\.width).max() ?? 0
    sign = page.map.isSymmetric ? "↔" : page.map.of == .overruled ? "→" : "·"
    self.width = firstWidth + 3 + (seconds.map(\.width).max() ?? 0)
  }

  /// - Parameter role: quiet for what noise could explain.
  func draw(_ index: Int, in grid: inout Grid, _ position: Position, role: Role = .text) {
    grid.put(firsts[index], at: position, role: role)
    grid.put(
      sign, at: Position(row: position.row, column: position.column + firstWidth + 1), role: .faint)
    grid.put(
      seconds[index], at: Position(row: position.row, column: position.column + firstWidth + 3),
      role: role)
  }
}
