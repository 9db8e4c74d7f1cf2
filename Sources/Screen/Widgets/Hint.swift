/// A key and what it does, as the last row and the help show it.
package struct Hint: Hashable, Sendable {
  package let key: SafeText
  package let text: SafeText
  /// Why the key does nothing now; `nil` where it works.
  package let reason: SafeText?

  package init(key: SafeText, text: SafeText, unavailable reason: SafeText? = nil) {
    self.key = key
    self.text = text
    self.reason = reason
  }

  /// The cells that key, blank and text need.
  package var width: Int { key.width + 1 + text.width }

  /// Draws the key and its text; a key that does nothing is faint.
  @discardableResult
  package func draw(in grid: inout Grid, at position: Position, width: Int = .max) -> Int {
    let used = grid.put(
      key, at: position, width: width, role: reason == nil ? .hintKey : .faint)
    guard width > used + 1 else { return used }
    let place = Position(row: position.row, column: position.column + used + 1)
    return used + 1
      + grid.put(
        text, at: place, width: width - used - 1, role: reason == nil ? .hintText : .faint)
  }
}
