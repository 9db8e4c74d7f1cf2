import Screen

/// In the last row: how far a long piece of work has come, and the key that stops it.
struct WorkLine {
  private let work: Work
  private let key: SafeText

  init(_ work: Work, _ model: Model) {
    self.work = work
    key = SafeText(model.start.keymap.name(for: .interrupt) ?? ":stop")
  }

  /// - Parameter width: cells from the left that it may use.
  func draw(in grid: inout Grid, row: Int, width: Int) {
    let stop = Hint(key: key, text: work.isStopping ? "stopping …" : "stop")
    let percent: SafeText = "\(Int(work.share * 100)) %"
    let counts = width >= 84 ? self.counts : SafeText()
    var column = 1
    let needed = 8 + (counts.isEmpty ? 0 : counts.width + 2) + stop.width + 1
    let room = width - 1 - needed
    guard room >= 6 else { return }
    let barWidth = max(6, min(24, room / 2))
    let name: SafeText = "\(work.stage) \(SafeText.line(work.name))"
    let nameWidth = room - barWidth - 2
    if nameWidth >= 10 {
      column +=
        grid.put(name.clippedInMiddle(to: nameWidth), at: Position(row: row, column: column)) + 2
    }
    Bar(share: work.share, width: barWidth, role: .accent).draw(
      in: &grid, at: Position(row: row, column: column))
    column += barWidth + 2
    grid.putRight(percent, row: row, end: column + 5, role: .dim)
    column += 7
    if !counts.isEmpty {
      column += grid.put(counts, at: Position(row: row, column: column), role: .dim) + 2
    }
    stop.draw(in: &grid, at: Position(row: row, column: column))
  }

  /// `12 of 36 MB`.
  private var counts: SafeText {
    let million = 1_000_000
    guard work.total >= million else { return SafeText() }
    return "\(Figures.count(work.done / million)) of \(Figures.count(work.total / million)) MB"
  }
}
