/// Where the bar stands in a list, and which part of the list is in view.
package struct ListCursor: Hashable, Sendable {
  package var row = 0
  /// The first row in view.
  package var top = 0

  package init() {}

  /// Keeps the bar on the list and in view.
  package mutating func fit(count: Int, height: Int) {
    let height = max(1, height)
    row = max(0, min(row, count - 1))
    top = ListWindow.top(top, showing: row, count: count, height: height)
  }

  /// Moves as a command of lists says.
  ///
  /// - Returns: false for other commands.
  package mutating func move(_ id: CommandID, count: Int, height: Int) -> Bool {
    let height = max(1, height)
    switch id {
    case .next: row += 1
    case .previous: row -= 1
    case .first: row = 0
    case .last: row = count
    case .halfDown: row += max(1, height / 2)
    case .halfUp: row -= max(1, height / 2)
    case .pageDown:
      top += height
      row += height
    case .pageUp:
      top = max(0, top - height)
      row -= height
    default: return false
    }
    fit(count: count, height: height)
    return true
  }
}
