/// Which cell of a table is looked at, and which part of the table is in view.
package struct TableCursor: Hashable, Sendable {
  package var row = 0
  package var column = 0
  /// The first row and column in view.
  package var top = 0
  package var left = 0

  package init(row: Int = 0, column: Int = 0) {
    self.row = row
    self.column = column
  }

  /// Keeps the cell on the table and in view.
  package mutating func fit(rows: Int, columns: Int, height: Int, width: Int) {
    (row, top) = Self.fit(row, top, count: rows, room: height)
    (column, left) = Self.fit(column, left, count: columns, room: width)
  }

  /// Moves as a command says; false for other commands.
  package mutating func move(_ id: CommandID, rows: Int, columns: Int, room: Room) -> Bool {
    switch id {
    case .next: row += 1
    case .previous: row -= 1
    case .right: column += 1
    case .left: column -= 1
    case .first: row = 0
    case .last: row = rows
    case .halfDown, .pageDown: row += max(1, room.height / (id == .halfDown ? 2 : 1))
    case .halfUp, .pageUp: row -= max(1, room.height / (id == .halfUp ? 2 : 1))
    default: return false
    }
    fit(rows: rows, columns: columns, height: room.height, width: room.width)
    return true
  }

  /// How many rows and columns are in view.
  package struct Room: Hashable, Sendable {
    package let height: Int
    package let width: Int

    package init(height: Int, width: Int) {
      self.height = max(1, height)
      self.width = max(1, width)
    }
  }

  private static func fit(_ place: Int, _ first: Int, count: Int, room: Int) -> (Int, Int) {
    let place = max(0, min(place, count - 1))
    var first = min(first, max(0, count - room))
    first = max(0, max(min(first, place), place - room + 1))
    return (place, first)
  }
}
