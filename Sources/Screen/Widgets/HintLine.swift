/// The last row: at most nine keys, the obvious one first, help at the right.
///
/// Where room is short keys drop from the right, whole; help and a notice never do.
package struct HintLine {
  /// What was just done, until the next key, and the key that takes it back.
  package struct Notice {
    package let text: SafeText
    package let role: Role
    package let undo: Hint?

    package init(_ text: SafeText, role: Role = .good, undo: Hint? = nil) {
      self.text = text
      self.role = role
      self.undo = undo
    }
  }

  /// The most keys that one row offers, help among them.
  package static let limit = 9

  private let hints: [Hint]
  private let help: Hint?
  private let notice: Notice?

  package init(_ hints: [Hint], help: Hint?, notice: Notice? = nil) {
    self.hints = hints
    self.help = help
    self.notice = notice
  }

  package func draw(in grid: inout Grid, row: Int) {
    var end = grid.size.width - 1
    if let help {
      end -= help.width
      help.draw(in: &grid, at: Position(row: row, column: end))
      end -= 2
    }
    if let notice { end = draw(notice, in: &grid, row: row, end: end) }
    var column = 1
    let room = Self.limit - (help == nil ? 0 : 1)
    for hint in hints.prefix(room) {
      guard column + hint.width <= end else { return }
      column += hint.draw(in: &grid, at: Position(row: row, column: column)) + 2
    }
  }

  /// - Returns: the column before which hints have to end.
  private func draw(_ notice: Notice, in grid: inout Grid, row: Int, end: Int) -> Int {
    let right = end - 2
    let undo = notice.undo.map { $0.width + 2 } ?? 0
    let text = notice.text.clipped(to: max(0, right - 1 - undo))
    grid.put(text, at: Position(row: row, column: right - text.width), role: notice.role)
    guard let hint = notice.undo else { return right - text.width - 2 }
    hint.draw(in: &grid, at: Position(row: row, column: right - text.width - undo))
    return right - text.width - undo - 2
  }
}
