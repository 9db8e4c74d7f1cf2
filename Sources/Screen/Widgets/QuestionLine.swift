/// The last row while something is asked or was refused.
package struct QuestionLine {
  /// Whether the row asks or tells.
  package enum Kind {
    /// `?`, what happens, then the keys; Enter is the safe answer.
    case question
    /// What happened, where, what to do; any key closes it and does its own work too.
    case refusal
  }

  private let kind: Kind
  private let text: SafeText
  private let keys: [Hint]

  package init(_ kind: Kind, _ text: SafeText, keys: [Hint] = []) {
    self.kind = kind
    self.text = text
    self.keys = keys
  }

  package func draw(in grid: inout Grid, row: Int) {
    let width = grid.size.width
    grid.clear(
      Rect(row: row, column: 0, width: width, height: 1),
      ground: kind == .question ? .input : .alarm)
    var end = width - 1
    for key in keys.reversed() {
      end -= key.width
      key.draw(in: &grid, at: Position(row: row, column: max(1, end)))
      end -= 3
    }
    let sign: SafeText = kind == .question ? "?" : "×"
    grid.put(
      sign, at: Position(row: row, column: 1), role: kind == .question ? .warn : .text,
      attributes: .bold)
    grid.put(text, at: Position(row: row, column: 3), width: end - 3, attributes: .bold)
  }
}
