/// The last row while something is typed: a sign, the text with its cursor, what completes it.
package struct PromptLine {
  private let sign: SafeText
  private let editor: LineEditor
  private let completion: SafeText
  private let note: SafeText

  /// - Parameters:
  ///   - sign: what is being asked for: `:`, `/`, or a word.
  ///   - editor: the text and its cursor.
  ///   - completion: what the text would be completed with, drawn dim behind the cursor.
  ///   - note: keys that work here, at the right.
  package init(
    sign: SafeText, editor: LineEditor, completion: SafeText = SafeText(),
    note: SafeText = SafeText()
  ) {
    self.sign = sign
    self.editor = editor
    self.completion = completion
    self.note = note
  }

  /// Draws the row and returns where the cursor stands.
  @discardableResult
  package func draw(in grid: inout Grid, row: Int) -> Position {
    let width = grid.size.width
    grid.clear(Rect(row: row, column: 0, width: width, height: 1), ground: .input)
    let start = 1 + grid.put(sign, at: Position(row: row, column: 1), role: .accent)
    let before = SafeText(editor.beforeCursor)
    let after = SafeText(editor.afterCursor)
    let needed = before.width + max(1, after.width + completion.width) + 2
    let noteFits = start + needed + note.width + 2 < width
    let end = noteFits && !note.isEmpty ? width - 1 - note.width - 2 : width - 1
    if noteFits { grid.putRight(note, row: row, end: width - 1, role: .dim) }
    // The end of a text that is too long stays in view: that is where one types.
    let shown = before.suffix(max(0, end - start - 1))
    let column = start + grid.put(shown, at: Position(row: row, column: start))
    let used = grid.put(after, at: Position(row: row, column: column), width: end - column)
    if used < end - column {
      grid.put(
        completion, at: Position(row: row, column: column + used), width: end - column - used,
        role: .dim)
    }
    let cursor = Position(row: row, column: column)
    grid.paintCursor(at: cursor)
    return cursor
  }
}
