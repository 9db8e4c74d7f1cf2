/// A screenful of cells, drawn by roles and shown by a device.
///
/// A wide character always occupies a lead and the trail to its right: writing over one half blanks
/// the other. Writing outside the grid does nothing.
package struct Grid: Hashable, Sendable {
  package let size: Size
  package internal(set) var cells: [Cell]

  /// A blank grid.
  package init(size: Size) {
    self.size = size
    cells = Array(repeating: Cell(), count: size.width * size.height)
  }

  package var bounds: Rect { size.bounds }

  /// The cell at a place inside the grid.
  package subscript(position: Position) -> Cell {
    precondition(contains(position), "a cell is read inside the grid")
    return cells[index(position)]
  }

  /// The cells of one row.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.width..<(row + 1) * size.width]
  }

  /// The text of one row as it reads, without trailing blanks.
  package func text(ofRow row: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for cell in self.row(row) where cell.kind != .trail {
      scalars.append(contentsOf: cell.cluster.scalars)
    }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  package func contains(_ position: Position) -> Bool {
    (0..<size.width).contains(position.column) && (0..<size.height).contains(position.row)
  }

  /// Gives a block of cells a ground; what is written there stays.
  package mutating func fill(_ rect: Rect, ground: Ground) {
    update(rect) { $0.ground = ground }
  }

  /// Blanks a block of cells and gives it a ground.
  package mutating func clear(_ rect: Rect, ground: Ground = .text) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for row in area.rows {
      mend(row: row, columns: area.columns)
      for column in area.columns { cells[row * size.width + column] = Cell(ground: ground) }
    }
  }

  /// Turns everything in a block faint, as behind a palette: one quiet colour, no attributes.
  package mutating func recede(_ rect: Rect) {
    update(rect) {
      $0.role = .faint
      $0.attributes = []
      if $0.ground == .selection || $0.ground == .selectionOff { $0.ground = .text }
    }
  }

  /// Gives a block of cells a role; what is written there stays.
  package mutating func paint(_ rect: Rect, role: Role, attributes: Attributes = []) {
    update(rect) {
      $0.role = role
      $0.attributes = attributes
    }
  }

  /// Some cells of one row.
  package func row(_ row: Int, columns: Range<Int>) -> ArraySlice<Cell> {
    let start = row * size.width
    return cells[start + columns.lowerBound..<start + columns.upperBound]
  }

  /// Gives the cells of a rectangle attributes that they keep their roles with.
  package mutating func add(_ attributes: Attributes, to rect: Rect) {
    update(rect) { $0.attributes.formUnion(attributes) }
  }

  /// Shows a cell as the cursor: a chip on whatever stands there.
  package mutating func paintCursor(at position: Position) {
    guard contains(position) else { return }
    let index = index(position)
    cells[index].attributes.insert(.chip)
    if cells[index].kind == .lead { cells[index + 1].attributes.insert(.chip) }
  }

  /// Replaces one row's cells from a column on, taking them as they are.
  mutating func replace(row: Int, from column: Int, with run: some Collection<Cell>) {
    var index = row * size.width + column
    for cell in run {
      cells[index] = cell
      index += 1
    }
  }

  /// Blanks the halves that would be left of wide characters when `columns` are overwritten.
  mutating func mend(row: Int, columns: Range<Int>) {
    guard !columns.isEmpty else { return }
    let start = row * size.width
    if cells[start + columns.lowerBound].kind == .trail { blank(start + columns.lowerBound - 1) }
    if columns.upperBound < size.width, cells[start + columns.upperBound].kind == .trail {
      blank(start + columns.upperBound)
    }
  }

  func index(_ position: Position) -> Int { position.row * size.width + position.column }

  private mutating func blank(_ index: Int) {
    cells[index].cluster = .blank
    cells[index].kind = .single
  }

  private mutating func update(_ rect: Rect, _ change: (inout Cell) -> Void) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for row in area.rows {
      for column in area.columns { change(&cells[row * size.width + column]) }
    }
  }
}
