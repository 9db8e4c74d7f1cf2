import Domain
import Screen

/// Draws the list of those who rate: dots with intervals on one scale, trends, what they overuse.
struct PeopleView {
  private let model: Model
  private let annotators: AnnotatorsModel
  private let layout: PeopleLayout
  private let columns: PeopleColumns
  private let names: PeopleNames
  private let look: LabelLook
  private let rows: [AnnotatorRow]
  private let scale: PeopleScale

  init(_ model: Model, _ layout: PeopleLayout) {
    self.model = model
    self.layout = layout
    annotators = model.annotators
    rows = model.annotators.rows
    columns = PeopleColumns(model, width: layout.lists.list.width)
    names = PeopleNames(model)
    look = model.look
    scale = PeopleScale(model.annotators)
  }

  func draw(in grid: inout Grid) {
    guard !rows.isEmpty else { return }
    drawHeadings(in: &grid)
    for offset in 0..<layout.list.height {
      let index = annotators.cursor.top + offset
      guard rows.indices.contains(index) else { break }
      draw(rows[index], isHere: index == annotators.cursor.row, in: &grid, layout.list.row + offset)
    }
    if let row = layout.axisRow { drawAxis(in: &grid, row) }
    if let area = layout.overview {
      PairsView(model, layout).drawOverview(in: &grid, area)
    }
    guard let aside = layout.aside, let row = annotators.current else { return }
    if layout.lists.side == nil {
      PersonAside(row, model).drawBelow(in: &grid, aside)
    } else {
      PersonAside(row, model).drawBeside(in: &grid, aside)
    }
  }

  private func drawHeadings(in grid: inout Grid) {
    let row = layout.lists.headingRow
    func left(_ text: SafeText, _ column: PeopleColumns.Column?) {
      guard let column else { return }
      grid.put(
        text, at: Position(row: row, column: column.start), width: column.width, role: .heading)
    }
    func right(_ text: SafeText, _ column: PeopleColumns.Column?) {
      guard let column else { return }
      grid.putRight(text, row: row, end: column.end, role: .heading)
    }
    left("who", columns.name)
    right("ratings", columns.ratings)
    let headings = PeopleWords.headings(annotators.against)
    left(headings.first { $0.width <= (columns.plot?.width ?? 0) } ?? "", columns.plot)
    right(PeopleWords.short(annotators.against), columns.value)
    right("gold", columns.gold)
    right("ruled", columns.rulings)
    right("s", columns.seconds)
    left("trend", columns.trend)
    left("overuses", columns.overuse)
  }

  private func draw(_ row: AnnotatorRow, isHere: Bool, in grid: inout Grid, _ line: Int) {
    if isHere {
      grid.fill(
        Rect(row: line, column: 0, width: layout.lists.list.width, height: 1), ground: .selection)
      grid.put("▌", at: Position(row: line, column: 0), role: .accent)
    }
    let isFalling = row.direction == .falling
    if isFalling { grid.put("!", at: Position(row: line, column: 1), role: .warn) }
    let used = grid.put(
      names.name(row.id).clippedInMiddle(to: columns.name.width),
      at: Position(row: line, column: columns.name.start))
    if row.isModel {
      grid.put("◆", at: Position(row: line, column: columns.name.start + used + 1), role: .dim)
    }
    grid.putRight(
      SafeText(Figures.count(row.ratings)), row: line, end: columns.ratings.end, role: .dim)
    let measure = annotators.measure(of: row)
    if let plot = columns.plot {
      IntervalPlot(scale: scale.range, needed: scale.middle, width: plot.width).draw(
        measure.judged, interval: measure.isEnough ? measure.interval : nil, in: &grid,
        at: Position(row: line, column: plot.start), role: isFalling ? .warn : .text)
    }
    drawFigures(row, measure, in: &grid, line)
    drawTrend(row, isFalling: isFalling, in: &grid, line)
    drawOveruse(row, isFalling: isFalling, in: &grid, line)
  }

  private func drawFigures(
    _ row: AnnotatorRow, _ measure: Measure, in grid: inout Grid, _ line: Int
  ) {
    func put(_ measure: Measure, _ column: PeopleColumns.Column?, _ role: Role) {
      guard let column else { return }
      let text = measure.judged.map { Figures.share($0) } ?? "·"
      grid.putRight(
        SafeText(text), row: line, end: column.end, role: measure.judged == nil ? .faint : role)
    }
    put(measure, columns.value, .text)
    put(row.gold, columns.gold, .dim)
    put(row.rulings, columns.rulings, .dim)
    guard let seconds = columns.seconds else { return }
    let pace = row.milliseconds.map { PeopleWords.seconds($0) }
    grid.putRight(
      SafeText(pace ?? "·"), row: line, end: seconds.end, width: seconds.width + 2,
      role: pace == nil ? .faint : .dim)
  }

  private func drawTrend(
    _ row: AnnotatorRow, isFalling: Bool, in grid: inout Grid, _ line: Int
  ) {
    guard let trend = columns.trend else { return }
    let place = Position(row: line, column: trend.start)
    Sparkline(scale.trend(row.trend), limit: 1).draw(
      in: &grid, at: place, width: trend.width, role: isFalling ? .warn : .dim)
  }

  private func drawOveruse(
    _ row: AnnotatorRow, isFalling: Bool, in grid: inout Grid, _ line: Int
  ) {
    guard let column = columns.overuse, let overuse = row.overuse else { return }
    let change = PeopleWords.change(overuse).map { SafeText($0) } ?? "alone"
    let name = look.text(overuse.label).clippedInMiddle(to: max(3, column.width - 1 - change.width))
    grid.put(
      "\(name.plain) \(change.plain)", at: Position(row: line, column: column.start),
      width: column.width, role: isFalling ? .warn : .dim)
  }

  private func drawAxis(in grid: inout Grid, _ row: Int) {
    guard let plot = columns.plot, let middle = scale.middle else { return }
    let range = scale.range
    let ends = [(range.lowerBound, 0), (range.upperBound, plot.width - 1)]
    let centre = IntervalPlot(scale: range, width: plot.width).cell(of: middle)
    for (value, cell) in ends where abs(cell - centre) > 4 {
      let text = SafeText(Figures.share(value))
      let start = cell == 0 ? plot.start : plot.start + cell - text.width + 1
      grid.put(text, at: Position(row: row, column: start), role: .faint)
    }
    let text = SafeText(Figures.share(middle))
    grid.put(
      text, at: Position(row: row, column: plot.start + max(0, centre - text.width / 2)),
      role: .dim)
    let words: SafeText = "┊ half of them are below \(Figures.share(middle))"
    let start = columns.value.end + 2 - 6
    guard start > plot.end, start + words.width < layout.lists.list.width else { return }
    grid.put(words, at: Position(row: row, column: start), role: .dim)
  }
}
