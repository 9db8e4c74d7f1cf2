/// How many cells something has in each direction; never negative.
package struct Size: Hashable, Sendable {
  package let width: Int
  package let height: Int

  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The rectangle from the origin that has this size.
  package var bounds: Rect { Rect(row: 0, column: 0, width: width, height: height) }
}
