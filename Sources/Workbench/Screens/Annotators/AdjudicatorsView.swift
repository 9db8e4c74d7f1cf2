import Domain
import Screen

/// Draws those who rule, measured as those who rate are.
struct AdjudicatorsView {
  private let model: Model
  private let layout: PeopleLayout
  private let rows: [AdjudicatorRow]
  private let width: Int

  init(_ model: Model, _ layout: PeopleLayout) {
    self.model = model
    self.layout = layout
    rows = model.annotators.adjudicators?.value ?? []
    width = layout.lists.list.width
  }

  func draw(in grid: inout Grid) {
    guard !rows.isEmpty else { return }
    let columns = self.columns
    let heading = layout.lists.headingRow
    for column in columns {
      if column.isRight {
        grid.putRight(column.heading, row: heading, end: column.end, role: .heading)
      } else {
        grid.put(
          column.heading, at: Position(row: heading, column: column.start), role: .heading)
      }
    }
    for offset in 0..<layout.lists.list.height {
      let index = model.annotators.adjudicator.top + offset
      guard rows.indices.contains(index) else { break }
      draw(
        rows[index], columns, isHere: index == model.annotators.adjudicator.row, in: &grid,
        layout.lists.list.row + offset)
    }
    guard let aside = layout.aside, let row = model.annotators.currentAdjudicator else { return }
    AdjudicatorAside(row).draw(in: &grid, aside, isBeside: layout.lists.side != nil)
  }

  private struct Column {
    let heading: SafeText
    let start: Int
    let end: Int
    let isRight: Bool
    let text: (AdjudicatorRow) -> String?
    var isPlot = false
    var isDays = false
  }

  /// What does not fit is left out from the right, but for the days, which take what is left.
  private var columns: [Column] {
    var columns: [Column] = []
    var next = 3
    let longest = rows.map { SafeText($0.id.text).width }.max() ?? 4
    let name = min(max(5, longest), width >= 60 ? 16 : 10)
    columns.append(
      Column(
        heading: "who", start: next, end: next + name, isRight: false,
        text: { SafeText($0.id.text).plain }))
    next += name + 2
    func add(_ heading: SafeText, _ cells: Int, _ text: @escaping (AdjudicatorRow) -> String?) {
      guard next + cells < width else { return }
      columns.append(
        Column(heading: heading, start: next, end: next + cells, isRight: true, text: text))
      next += cells + 2
    }
    add("rulings", 7) { Figures.count($0.rulings) }
    if next + 11 + 2 + 8 < width, width >= 72 {
      columns.append(
        Column(
          heading: "against most", start: next, end: next + 13, isRight: false, text: { _ in nil },
          isPlot: true))
      next += 15
    }
    add("against", 7) { shared($0.against) }
    add("back", 4) { shared($0.withdrawn) }
    add("upset", 5) { shared($0.overturned) }
    add("same", 4) { shared($0.again) }
    add("s", 3) { $0.milliseconds.map { PeopleWords.seconds($0) } }
    let spare = min(28, width - 1 - next)
    if spare >= 7 {
      columns.append(
        Column(
          heading: "a day", start: next, end: next + spare, isRight: false, text: { _ in nil },
          isDays: true))
    }
    return columns
  }

  private func shared(_ measure: Measure) -> String? { measure.judged.map { Figures.share($0) } }

  private func draw(
    _ row: AdjudicatorRow, _ columns: [Column], isHere: Bool, in grid: inout Grid, _ line: Int
  ) {
    if isHere {
      grid.fill(Rect(row: line, column: 0, width: width, height: 1), ground: .selection)
      grid.put("▌", at: Position(row: line, column: 0), role: .accent)
    }
    let most = rows.flatMap(\.days).max() ?? 0
    for (place, column) in columns.enumerated() {
      let position = Position(row: line, column: column.start)
      if column.isPlot {
        IntervalPlot(scale: 0...1, width: column.end - column.start).draw(
          row.against.judged, interval: row.against.isEnough ? row.against.interval : nil,
          in: &grid, at: position)
      } else if column.isDays {
        let days = row.days.map { $0 == 0 ? nil : Double($0) }
        Sparkline(days, limit: Double(most)).draw(
          in: &grid, at: position, width: column.end - column.start)
      } else if column.isRight {
        let text = column.text(row)
        grid.putRight(
          SafeText(text ?? "·"), row: line, end: column.end, role: text == nil ? .faint : .dim)
      } else {
        grid.put(
          SafeText(column.text(row) ?? "").clippedInMiddle(to: column.end - column.start),
          at: position, role: place == 0 ? .text : .dim)
      }
    }
  }
}
