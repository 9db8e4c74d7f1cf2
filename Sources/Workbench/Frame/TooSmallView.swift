import Screen

/// One sentence with the size that is there and the size that is needed.
enum TooSmallView {
  static func draw(in grid: inout Grid) {
    let size = grid.size
    let needed = Model.smallest
    let lead: SafeText =
      "\(size.width) × \(size.height) is too small, \(needed.width) × \(needed.height) will do"
    let row = max(0, size.height / 2 - (size.height > 2 ? 0 : 1))
    let lines = TextFlow.lines(of: lead.plain, width: max(2, size.width - 2))
    for (offset, line) in lines.enumerated() {
      put(line, row: row + offset, attributes: .bold, role: .text, in: &grid)
    }
    put(
      "nothing is lost · q quits", row: row + lines.count, attributes: [], role: .dim, in: &grid)
  }

  private static func put(
    _ text: SafeText, row: Int, attributes: Attributes, role: Role, in grid: inout Grid
  ) {
    grid.put(
      text, at: Position(row: row, column: max(0, (grid.size.width - text.width) / 2)),
      role: role, attributes: attributes)
  }
}
