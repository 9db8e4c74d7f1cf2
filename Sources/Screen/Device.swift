/// A console that shows grids.
package protocol Device: Console {
  /// Shows a grid of the present size, and the cursor where one is wanted.
  ///
  /// Only what differs from the grid shown before is sent. O(cells) to compare.
  func present(_ grid: Grid, cursor: Position?)
}
