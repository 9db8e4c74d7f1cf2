import Domain
import Screen

/// Why a unit stands first that an audit drew. Nothing here depends on what would be released for it.
enum AuditMark {
  /// What stands in the place of its gain.
  static let word: SafeText = "audit"

  static let facts = [FactLine.Fact("audit", "drawn at random")]

  static func facts(_ row: QueueRow, _ model: Model) -> [FactLine.Fact] {
    row.isDrawn ? facts : WhyHere(row, model).facts
  }

  /// The panel that tells why a unit stands where it stands.
  static func drawWhy(_ row: QueueRow, _ model: Model, in grid: inout Grid, _ area: Rect) {
    guard row.isDrawn else { return WhyHere(row, model).draw(in: &grid, area) }
    guard !area.isEmpty else { return }
    grid.put("why here", at: Position(row: area.row, column: area.column), role: .heading)
    grid.putRight(word, row: area.row, end: area.columns.upperBound, role: .dim)
    let lines = TextFlow.lines(
      of: "An audit drew it at random. What would be released for it is not shown.",
      width: area.width)
    for (offset, line) in lines.prefix(max(0, area.height - 1)).enumerated() {
      grid.put(
        line, at: Position(row: area.row + 1 + offset, column: area.column), role: .dim)
    }
  }
}
