extension Grid {
  /// Writes text from a place to the right and keeps the ground that lies there.
  ///
  /// The text is cut with `…` at `width` cells or at the right edge, never inside a cluster.
  /// Hostile pieces take the role `hostile` whatever `role` says.
  /// - Returns: the columns used.
  @discardableResult
  package mutating func put(
    _ text: SafeText, at position: Position, width: Int = .max, role: Role = .text,
    attributes: Attributes = []
  ) -> Int {
    guard contains(position) else { return 0 }
    let clipped = text.clipped(to: min(width, size.width - position.column))
    mend(row: position.row, columns: position.column..<position.column + clipped.width)
    var index = index(position)
    for piece in clipped.pieces {
      let cell = Cell(
        piece.cluster, kind: piece.width == 2 ? .lead : .single,
        role: piece.isHostile ? .hostile : role, ground: cells[index].ground,
        attributes: attributes)
      cells[index] = cell
      index += 1
      guard piece.width == 2 else { continue }
      cells[index] = Cell(
        .blank, kind: .trail, role: cell.role, ground: cells[index].ground, attributes: attributes)
      index += 1
    }
    return clipped.width
  }

  /// Writes text so that it ends before `end`, within `width` cells.
  /// - Returns: the columns used.
  @discardableResult
  package mutating func putRight(
    _ text: SafeText, row: Int, end: Int, width: Int = .max, role: Role = .text,
    attributes: Attributes = []
  ) -> Int {
    let clipped = text.clipped(to: min(width, min(end, size.width)))
    return put(
      clipped, at: Position(row: row, column: min(end, size.width) - clipped.width), role: role,
      attributes: attributes)
  }

  /// Draws a horizontal rule.
  package mutating func rule(
    row: Int, columns: Range<Int>, glyph: Unicode.Scalar = "─", role: Role = .border
  ) {
    put(
      .repeating(glyph, count: columns.count), at: Position(row: row, column: columns.lowerBound),
      role: role)
  }

  /// Draws a vertical rule.
  package mutating func rule(column: Int, rows: Range<Int>, role: Role = .border) {
    for row in rows { put("│", at: Position(row: row, column: column), role: role) }
  }
}
