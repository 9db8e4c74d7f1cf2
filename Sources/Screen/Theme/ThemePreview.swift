/// A small screen that shows every role of a theme at work.
package enum ThemePreview {
  package static let size = Size(width: 78, height: 9)

  /// The sample, drawn by roles alone.
  package static func grid() -> Grid {
    var grid = Grid(size: size)
    drawTitle(in: &grid)
    grid.put("12 disagreements wait.", at: Position(row: 1, column: 1), attributes: .bold)
    grid.put("Enter opens T-7.", at: Position(row: 1, column: 25), role: .dim)
    grid.put("overdue −3 d", at: Position(row: 1, column: 45), role: .warn, attributes: .bold)
    grid.put("faint · · ·", at: Position(row: 1, column: 62), role: .faint)
    drawRows(in: &grid)
    drawLabels(in: &grid)
    drawHeat(in: &grid)
    drawStates(in: &grid)
    drawLast(in: &grid)
    return grid
  }

  private static func drawTitle(in grid: inout Grid) {
    grid.fill(Rect(row: 0, column: 0, width: size.width, height: 1), ground: .title)
    grid.put("project", at: Position(row: 0, column: 1), role: .dim)
    grid.put("›", at: Position(row: 0, column: 9), role: .faint)
    grid.put("queue", at: Position(row: 0, column: 11), attributes: .bold)
    grid.putRight("✓ 211", row: 0, end: size.width - 1, role: .good)
  }

  private static func drawRows(in grid: inout Grid) {
    grid.put("item", at: Position(row: 2, column: 3), role: .heading)
    grid.put("leads", at: Position(row: 2, column: 10), role: .heading)
    for (row, ground) in [(3, Ground.selection), (4, .selectionOff)] {
      grid.fill(Rect(row: row, column: 0, width: 38, height: 1), ground: ground)
      grid.put("T-\(row + 4)", at: Position(row: row, column: 3))
      grid.put("▌", at: Position(row: row, column: 10), role: Role.labels[row - 3])
      grid.put("a label", at: Position(row: row, column: 11))
      grid.put("●●●", at: Position(row: row, column: 22), role: Role.labels[row - 3])
      grid.putRight(row == 3 ? ".31" : ".07", row: row, end: 36, role: .dim)
    }
    grid.put("▌", at: Position(row: 3, column: 0), role: .accent)
    grid.put("*", at: Position(row: 4, column: 1), role: .mark)
    grid.put("│", at: Position(row: 3, column: 40), role: .border)
    grid.put("│", at: Position(row: 4, column: 40), role: .border)
    grid.fill(Rect(row: 3, column: 43, width: 34, height: 1), ground: .overlay)
    grid.put("── overlay ", at: Position(row: 3, column: 44), role: .borderFocus)
    grid.fill(Rect(row: 4, column: 43, width: 34, height: 1), ground: .alarm)
    grid.put("× what happened, what to do", at: Position(row: 4, column: 44), attributes: .bold)
  }

  private static func drawLabels(in grid: inout Grid) {
    grid.put("labels", at: Position(row: 5, column: 1), role: .heading)
    for (index, role) in Role.labels.enumerated() {
      let column = 10 + index * 8
      grid.put("▌", at: Position(row: 5, column: column), role: role)
      grid.put("●●\(index + 1)", at: Position(row: 5, column: column + 1), role: role)
    }
  }

  private static func drawHeat(in grid: inout Grid) {
    grid.put("heat", at: Position(row: 6, column: 1), role: .heading)
    let shares = ["00", "05", "10", "15", "20", "25", "30"]
    for (index, share) in shares.enumerated() {
      grid.put(" .\(share) ", at: Position(row: 6, column: 10 + index * 5), role: Role.heat[index])
    }
  }

  private static func drawStates(in grid: inout Grid) {
    grid.put("states", at: Position(row: 7, column: 1), role: .heading)
    let states: [(SafeText, Role)] = [
      ("✓ good", .good), ("! warn", .warn), ("× bad", .bad), ("• info", .info),
      ("match", .match), ("⟨U+202E⟩", .hostile), ("added", .diffAdd), ("removed", .diffRemove),
    ]
    var column = 10
    for (text, role) in states {
      column += grid.put(text, at: Position(row: 7, column: column), role: role) + 2
    }
  }

  private static func drawLast(in grid: inout Grid) {
    var column = 1
    for (key, text): (SafeText, SafeText) in [("Enter", "open"), ("t", "tag"), ("l", "limit")] {
      column += Hint(key: key, text: text).draw(in: &grid, at: Position(row: 8, column: column)) + 2
    }
    grid.fill(Rect(row: 8, column: 43, width: 34, height: 1), ground: .input)
    grid.put(":", at: Position(row: 8, column: 44), role: .accent)
    grid.put("typed", at: Position(row: 8, column: 45))
  }
}
