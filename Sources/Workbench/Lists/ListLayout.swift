package import Screen

/// Where the parts of a list screen lie: the list with its headings, a preview below it on narrow
/// screens, a pane beside it on wide ones.
package struct ListLayout: Hashable, Sendable {
  package let sentenceRow: Int
  package let headingRow: Int
  package let list: Rect
  /// Below the list; nil where there is no room.
  package let preview: Rect?
  /// Beside the list; nil on narrow screens.
  package let side: Rect?
  /// The column of the rule between list and side pane.
  package let rule: Int?

  /// - Parameters:
  ///   - previewHeight: rows that the preview wants on narrow screens.
  ///   - listWidth: cells that the list wants on wide ones.
  package init(_ size: Size, previewHeight: Int = 4, listWidth: Int = 84) {
    let isLow = size.height < 20
    sentenceRow = size.height >= 30 ? 2 : 1
    headingRow = isLow ? 2 : sentenceRow + 2
    let top = headingRow + 1
    let bottom = isLow ? size.height - 1 : size.height - 2
    guard size.width >= 100, !isLow else {
      let wanted = isLow ? 0 : min(previewHeight, max(0, bottom - top - 4))
      let end = wanted > 0 ? bottom - wanted - 1 : bottom
      list = Rect(row: top, column: 0, width: size.width, height: max(1, end - top))
      preview =
        wanted > 0 ? Rect(row: end + 1, column: 0, width: size.width, height: wanted) : nil
      side = nil
      rule = nil
      return
    }
    let width = min(listWidth, size.width - 35)
    list = Rect(row: top, column: 0, width: width, height: max(1, bottom - top))
    preview = nil
    rule = width
    side = Rect(
      row: headingRow, column: width + 3, width: max(0, min(72, size.width - 1 - width - 3)),
      height: max(0, bottom - headingRow))
  }
}
