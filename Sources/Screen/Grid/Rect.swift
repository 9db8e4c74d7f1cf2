/// A block of cells.
package struct Rect: Hashable, Sendable {
  package let row: Int
  package let column: Int
  package let width: Int
  package let height: Int

  package init(row: Int, column: Int, width: Int, height: Int) {
    self.row = row
    self.column = column
    self.width = max(0, width)
    self.height = max(0, height)
  }

  package var rows: Range<Int> { row..<row + height }
  package var columns: Range<Int> { column..<column + width }
  package var isEmpty: Bool { width == 0 || height == 0 }

  /// What both rectangles cover; empty where they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return Rect(
      row: top, column: left,
      width: min(columns.upperBound, other.columns.upperBound) - left,
      height: min(rows.upperBound, other.rows.upperBound) - top)
  }

  /// The rectangle without a margin on each side.
  package func inset(rows: Int = 0, columns: Int = 0) -> Rect {
    Rect(
      row: row + rows, column: column + columns,
      width: width - 2 * columns, height: height - 2 * rows)
  }

  /// Cuts off `count` rows at the top: the cut part and the rest.
  package func splitTop(_ count: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(0, count), height)
    return (
      Rect(row: row, column: column, width: width, height: cut),
      Rect(row: row + cut, column: column, width: width, height: height - cut)
    )
  }

  /// Cuts off `count` rows at the bottom: the rest and the cut part.
  package func splitBottom(_ count: Int) -> (rest: Rect, bottom: Rect) {
    let cut = min(max(0, count), height)
    let parts = splitTop(height - cut)
    return (parts.top, parts.rest)
  }

  /// Cuts off `count` columns at the left: the cut part and the rest.
  package func splitLeft(_ count: Int) -> (left: Rect, rest: Rect) {
    let cut = min(max(0, count), width)
    return (
      Rect(row: row, column: column, width: cut, height: height),
      Rect(row: row, column: column + cut, width: width - cut, height: height)
    )
  }
}
