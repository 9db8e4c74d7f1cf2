import Domain
import Screen

/// What would go out, and how often each value would.
struct ReleaseTables {
  private let figures: ReleaseFigures
  private let look: LabelLook
  private let layout: ReleaseLayout

  init(_ figures: ReleaseFigures, _ look: LabelLook, _ layout: ReleaseLayout) {
    self.figures = figures
    self.look = look
    self.layout = layout
  }

  private struct Row {
    let name: SafeText
    let count: Int
  }

  /// Draws as many sections as there is room for whole, from the top.
  func draw(in grid: inout Grid, _ whole: Rect) {
    let area = drawAudit(in: &grid, whole)
    let rows = sources
    guard area.height > rows.count else {
      drawLine(rows, in: &grid, area)
      return drawOutlookLine(in: &grid, area)
    }
    drawSources(rows, in: &grid, row: area.row)
    let gold = figures.gold.filter { $0.total > 0 }
    var start = rows.count + 2
    start += drawOutlook(
      in: &grid, row: area.row + start, room: area.height - start)
    let room = area.height - start - 1
    guard room >= min(3, gold.count), !gold.isEmpty else { return }
    drawGold(gold, in: &grid, row: area.row + start, room: room)
  }

  /// What the newest audit says, in one line.
  ///
  /// - Returns: the rows that are left.
  private func drawAudit(in grid: inout Grid, _ area: Rect) -> Rect {
    guard let audit = figures.audit, area.height > 2 else { return area }
    grid.put("audit", at: Position(row: area.row, column: 1), role: .heading)
    let start = 8
    grid.put(
      SafeText(AuditWords(audit).line), at: Position(row: area.row, column: start),
      width: area.width - start - 1, role: audit.isComplete ? .text : .dim)
    return area.splitTop(2).rest
  }

  private var sources: [Row] {
    var rows = [
      Row(name: "unanimous", count: figures.unanimous), Row(name: "ruled", count: figures.ruled),
    ]
    if figures.majority > 0 { rows.insert(Row(name: "majority", count: figures.majority), at: 1) }
    if figures.unruled > 0 {
      let whose: SafeText = figures.choice == .model ? "models" : "majority"
      rows.append(Row(name: "contested, by \(whose)", count: figures.unruled))
    }
    rows.append(Row(name: "ambiguous, as shares", count: figures.ambiguous))
    if figures.withoutValue > 0 {
      rows.append(Row(name: "ruled to have no value", count: figures.withoutValue))
    }
    if figures.single > 0 { rows.append(Row(name: "rated by one only", count: figures.single)) }
    rows.append(Row(name: "open, left out", count: figures.leftOut))
    return rows
  }

  private func drawSources(_ rows: [Row], in grid: inout Grid, row: Int) {
    grid.put("what would go out", at: Position(row: row, column: 1), role: .heading)
    let units = figures.units
    for (offset, source) in rows.enumerated() {
      let line = row + 1 + offset
      let share = units > 0 ? Double(source.count) / Double(units) : 0
      let used = grid.putRight(
        SafeText(Figures.count(source.count)), row: line, end: layout.figure)
      grid.put(
        source.name, at: Position(row: line, column: ReleaseLayout.name),
        width: layout.figure - used - 1 - ReleaseLayout.name, role: .dim)
      Bar(share: share, width: layout.barWidth, role: .dim).draw(
        in: &grid, at: Position(row: line, column: layout.bar))
      grid.putRight(
        SafeText(GateWords.percent(share)), row: line, end: layout.must, role: .dim)
    }
  }

  /// The same in one row, where there is no room for more.
  private func drawLine(_ rows: [Row], in grid: inout Grid, _ area: Rect) {
    guard area.height > 0 else { return }
    let facts = rows.filter { $0.count > 0 }.map {
      FactLine.Fact($0.name, SafeText(Figures.count($0.count)))
    }
    FactLine(heading: "goes out", facts).draw(
      in: &grid, at: Position(row: area.row, column: 1), width: area.width - 2)
  }

  /// What further rulings would bring, a row a number of them.
  ///
  /// - Returns: the rows that it takes with the blank one below; 0 where there is no room.
  private func drawOutlook(in grid: inout Grid, row: Int, room: Int) -> Int {
    guard let outlook = figures.outlook, outlook.now != nil, outlook.waiting > 0 else { return 0 }
    let told = Self.rulings(outlook)
    guard room >= told.count + 2 else { return 0 }
    grid.put("further rulings", at: Position(row: row, column: 1), role: .heading)
    grid.putRight("right", row: row, end: layout.figure, role: .dim)
    grid.putRight("worth", row: row, end: layout.must, role: .dim)
    let least = min(told.map(\.low).min() ?? 0, 0.99)
    let plot = IntervalPlot(scale: least...1, width: layout.barWidth)
    for (offset, point) in told.enumerated() {
      let line = row + 1 + offset
      let used = grid.putRight(
        SafeText(OutlookWords.percent(point.accuracy)), row: line, end: layout.figure)
      grid.put(
        point.rulings == 0 ? "none" : SafeText(Figures.count(point.rulings)),
        at: Position(row: line, column: ReleaseLayout.name),
        width: layout.figure - used - 1 - ReleaseLayout.name, role: .dim)
      plot.draw(
        point.accuracy, interval: min(point.low, point.high)...point.high, in: &grid,
        at: Position(row: line, column: layout.bar))
      if let growth = outlook.worth(of: point.rulings), point.rulings > 0 {
        grid.putRight(
          SafeText(OutlookWords.points(growth)), row: line, end: layout.must, role: .dim)
      }
    }
    grid.put(
      "expected by the models; only an audit measures",
      at: Position(row: row + 1 + told.count, column: ReleaseLayout.name),
      width: layout.must - ReleaseLayout.name, role: .faint)
    return told.count + 3
  }

  /// A few points of the curve: none, some, a hundred, all.
  private static func rulings(_ outlook: ReleaseOutlook) -> [ReleaseOutlook.Point] {
    outlook.points.filter { [0, 20, 50, 100, 200, 500].contains($0.rulings) }
  }

  private func drawOutlookLine(in grid: inout Grid, _ area: Rect) {
    guard area.height > 1, let outlook = figures.outlook, let now = outlook.now else { return }
    var facts = [FactLine.Fact("now", SafeText(OutlookWords.percent(now.accuracy)))]
    if let point = Self.rulings(outlook).last(where: { (1...100).contains($0.rulings) }),
      let growth = outlook.worth(of: point.rulings)
    {
      let name = "\(Figures.count(point.rulings)) more"
      facts.append(FactLine.Fact(SafeText(name), SafeText(OutlookWords.points(growth))))
    }
    FactLine(heading: "right, by models", facts).draw(
      in: &grid, at: Position(row: area.row + 1, column: 1), width: area.width - 2)
  }

  private func drawGold(
    _ gold: [ReleaseFigures.GoldCount], in grid: inout Grid, row: Int, room: Int
  ) {
    grid.put("gold by label", at: Position(row: row, column: 1), role: .heading)
    grid.putRight("rows", row: row, end: layout.figure, role: .dim)
    grid.putRight("ruled", row: row, end: layout.must, role: .dim)
    let most = gold.map(\.total).max() ?? 1
    let isCut = gold.count > room
    for (offset, count) in gold.prefix(isCut ? room - 1 : room).enumerated() {
      let line = row + 1 + offset
      if look.hasStripe(count.value) {
        Stripe.draw(
          look.role(count.value), in: &grid,
          at: Position(row: line, column: ReleaseLayout.name))
      }
      let used = grid.putRight(
        SafeText(Figures.count(count.total)), row: line, end: layout.figure)
      let start = ReleaseLayout.name + 1
      grid.put(
        look.text(count.value), at: Position(row: line, column: start),
        width: layout.figure - used - 1 - start)
      Bar(
        share: Double(count.total) / Double(most), width: layout.barWidth,
        role: look.role(count.value)
      ).draw(in: &grid, at: Position(row: line, column: layout.bar))
      grid.putRight(
        SafeText(Figures.count(count.ruled)), row: line, end: layout.must, role: .dim)
    }
    guard isCut else { return }
    let rest = gold.count - (room - 1)
    grid.put(
      "\(Figures.count(rest)) more labels",
      at: Position(row: row + room, column: ReleaseLayout.name), role: .dim)
  }
}
