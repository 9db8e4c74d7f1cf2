import Domain
import Screen

/// One line of a part of the guideline in full, or of a difference.
struct GuidelineLine: Hashable {
  /// Before the text: `+` of an example, `−` of a counter-example, `✓` of a ruling.
  var glyph = SafeText()
  var glyphRole = Role.text
  /// Labels are drawn with their stripes, one after the other, behind the text.
  var labels: [LabelID] = []
  var text = SafeText()
  var role = Role.text
  var attributes: Attributes = []
  var right = SafeText()
  var rightRole = Role.dim
  /// How far the text is indented behind its glyph.
  var indent = 0
  /// The item that Enter opens.
  var unit: UnitID?
  var isCitation = false
  /// Whether the whole line is painted, as what was added or removed.
  var isPainted = false
  /// The part that it speaks of, in the plan of a publication.
  var part: GuidelinePart?

  static let blank = GuidelineLine()

  static func heading(_ text: SafeText, _ right: SafeText = SafeText()) -> GuidelineLine {
    GuidelineLine(text: text, role: .heading, right: right)
  }

  /// Draws lines from the top of an area, with a bar on one of them where that is where one is.
  static func draw(
    _ lines: some Collection<GuidelineLine>, current: Int?, look: LabelLook, in grid: inout Grid,
    _ area: Rect
  ) {
    for (offset, line) in lines.enumerated() {
      guard offset < area.height else { return }
      let row = area.row + offset
      if offset == current {
        grid.fill(
          Rect(row: row, column: area.column, width: area.width, height: 1),
          ground: .selection)
        grid.put("▌", at: Position(row: row, column: area.column), role: .accent)
      }
      line.draw(look, in: &grid, row: row, area)
    }
  }

  private func draw(_ look: LabelLook, in grid: inout Grid, row: Int, _ area: Rect) {
    let end = area.columns.upperBound
    let start = area.column + 1
    if isPainted {
      let line = SafeText.repeating(" ", count: max(0, end - start))
      grid.put(line, at: Position(row: row, column: start), role: role)
    }
    let used = grid.putRight(
      right, row: row, end: end - 1, width: area.width / 2, role: rightRole)
    grid.put(glyph, at: Position(row: row, column: start), role: glyphRole)
    var column = start + (glyph.isEmpty && indent == 0 ? 0 : 2) + indent
    let room = end - 1 - (used > 0 ? used + 2 : 0)
    let taken = grid.put(
      text, at: Position(row: row, column: column), width: max(0, room - column), role: role,
      attributes: attributes)
    column += text.isEmpty ? 0 : taken + 2
    for label in labels where column + 3 < room {
      Stripe.draw(look.role(label), in: &grid, at: Position(row: row, column: column))
      column += 1
      column +=
        grid.put(
          look.name(label), at: Position(row: row, column: column), width: room - column) + 2
    }
  }
}
