import Agreement
import Domain
import Screen

/// The pane beside the table: the cell under the cursor in numbers, what was ruled there, whose it is
/// and where.
struct HeatMapSide {
  private let model: Model
  private let page: HeatMapPage
  private let words: HeatWords
  private let cellWords: HeatCellWords

  init(_ model: Model, _ page: HeatMapPage) {
    self.model = model
    self.page = page
    words = HeatWords(model)
    cellWords = HeatCellWords(model, page)
  }

  private var map: HeatMap { page.map }
  private var place: HeatPlace { model.heatMap.place }

  func draw(in grid: inout Grid, _ area: Rect) {
    var row = area.row
    let end = area.columns.upperBound
    let figure = SafeText(words.figure(map[place]))
    let width = area.width - figure.width - 2
    grid.putRight(figure, row: row, end: end, role: .dim)
    for name in cellWords.names(width: width) {
      grid.put(
        name, at: Position(row: row, column: area.column), width: width, role: .heading)
      row += 1
    }
    for fact in cellWords.facts where row < area.rows.upperBound {
      grid.put(fact.name, at: Position(row: row, column: area.column), role: .dim)
      grid.putRight(fact.value, row: row, end: end, role: fact.role)
      row += 1
    }
    if let obstacle = cellWords.obstacle {
      for line in TextFlow.lines(of: obstacle.plain, width: area.width)
      where row < area.rows.upperBound {
        grid.put(line, at: Position(row: row, column: area.column), role: .dim)
        row += 1
      }
    }
    guard let pair = page.pair(at: place) else {
      if map.kind != .labelLabel { drawRow(in: &grid, area, &row) }
      return
    }
    drawRulings(pair, in: &grid, area, &row)
    if !model.hidesAnnotators { drawPeople(pair, in: &grid, area, &row) }
    for places in page.places { drawPlaces(pair, places, in: &grid, area, &row) }
  }

  /// What the row says in the other columns.
  private func drawRow(in grid: inout Grid, _ area: Rect, _ row: inout Int) {
    let name = words.name(map.rows, place.row)
    let heading: SafeText =
      map.columns.subject == .annotator && map.rows.subject == .annotator
      ? "\(name) with"
      : "\(name) by \(page.map.columns.subject == .slice ? SafeText(page.slice ?? "") : SafeText(map.columns.subject.rawValue))"
    draw(map, place.row, most: 12, heading, words.short, in: &grid, area, &row)
  }

  private func drawRulings(
    _ pair: HeatPair, in grid: inout Grid, _ area: Rect, _ row: inout Int
  ) {
    guard let met = page.met(pair), met.ruled > 0, row + 3 < area.rows.upperBound else { return }
    let look = model.look
    let end = area.columns.upperBound
    heading("ruled so far", "\(Figures.count(met.ruled))", in: &grid, area, &row)
    for ruling in met.rulings.prefix(4) where row < area.rows.upperBound {
      let name: SafeText
      var role = Role.dim
      if let label = ruling.label.map({ LabelID($0) }) {
        name = look.name(label)
        role = look.role(label)
        if look.hasStripe(.label(label)) {
          Stripe.draw(role, in: &grid, at: Position(row: row, column: area.column))
        }
      } else {
        name = "no label"
      }
      grid.put(name, at: Position(row: row, column: area.column + 1), width: area.width / 2 - 2)
      Bar(share: Double(ruling.units) / Double(met.ruled), width: barWidth(area), role: role).draw(
        in: &grid, at: Position(row: row, column: end - 5 - barWidth(area)))
      grid.putRight(SafeText(Figures.count(ruling.units)), row: row, end: end)
      row += 1
    }
  }

  /// Who confuses the two most.
  private func drawPeople(
    _ pair: HeatPair, in grid: inout Grid, _ area: Rect, _ row: inout Int
  ) {
    guard let people = page.people, let line = page.pairRow(people, pair.first, pair.second) else {
      return
    }
    draw(people, line, most: 5, "whose", "share of their pairs", in: &grid, area, &row)
  }

  private func drawPlaces(
    _ pair: HeatPair, _ places: HeatMap, in grid: inout Grid, _ area: Rect, _ row: inout Int
  ) {
    guard let line = page.pairRow(places, pair.first, pair.second) else { return }
    let slices = page.slices
    let index = page.places.firstIndex(of: places) ?? 0
    let name = slices.indices.contains(index) ? SafeText(slices[index]) : "where"
    draw(places, line, most: 4, name, "share", in: &grid, area, &row)
  }

  /// The columns of a row with enough behind them, the hottest first.
  private func draw(
    _ map: HeatMap, _ line: Int, most: Int, _ name: SafeText, _ note: SafeText,
    in grid: inout Grid, _ area: Rect, _ row: inout Int
  ) {
    var columns = (0..<map.columns.count).filter { column in
      let cell = map[HeatPlace(row: line, column: column)]
      return cell.value != nil && !cell.isTooFew
    }
    columns.sort { one, other in
      let (left, right) = (
        map[HeatPlace(row: line, column: one)].value ?? 0,
        map[HeatPlace(row: line, column: other)].value ?? 0
      )
      return left == right ? one < other : left > right
    }
    guard !columns.isEmpty, row + 2 < area.rows.upperBound else { return }
    heading(name, note, in: &grid, area, &row)
    let end = area.columns.upperBound
    let largest = map[HeatPlace(row: line, column: columns[0])].value ?? 1
    if map.columns.subject.isTime { columns.sort() }
    for column in columns.prefix(most) where row < area.rows.upperBound {
      let cell = map[HeatPlace(row: line, column: column)]
      let value = map.measure == .count ? Double(cell.count) / largest : cell.value ?? 0
      let bar = barWidth(area)
      grid.put(
        map.columns.isUnnamed(column) ? "none" : words.name(map.columns, column),
        at: Position(row: row, column: area.column), width: area.width - bar - 8, role: .text)
      Bar(share: value, width: bar, role: .dim).draw(
        in: &grid, at: Position(row: row, column: end - 5 - bar))
      grid.putRight(
        SafeText(map.measure == .count ? Figures.count(cell.count) : Figures.share(value)),
        row: row, end: end)
      row += 1
    }
  }

  private func heading(
    _ name: SafeText, _ note: SafeText, in grid: inout Grid, _ area: Rect, _ row: inout Int
  ) {
    row += 1
    grid.put(name, at: Position(row: row, column: area.column), role: .heading)
    grid.putRight(note, row: row, end: area.columns.upperBound, role: .dim)
    row += 1
  }

  private func barWidth(_ area: Rect) -> Int { max(6, min(20, area.width / 2 - 3)) }
}
