import Screen

/// Where the parts of the queue lie on a screen of some size.
struct QueueLayout {
  let sentenceRow: Int
  let headingRow: Int
  /// The rows of the list.
  let list: Rect
  /// The line under the list that says how much of it is shown; nil where there is no room.
  let footRow: Int?
  /// Below the list, on narrow screens.
  let preview: Rect?
  /// Beside the list, on wide ones.
  let side: Rect?
  /// The column of the rule between list and side pane.
  let rule: Int?

  init(_ size: Size) {
    let isTall = size.height >= 30
    let isLow = size.height < 20
    sentenceRow = isTall ? 2 : 1
    headingRow = isLow ? 2 : sentenceRow + 2
    let bottom = isLow ? size.height - 1 : size.height - 2
    let top = headingRow + 1
    guard size.width >= 100, !isLow else {
      let hasPreview = !isLow
      let previewHeight = isTall ? 7 : 5
      let end = hasPreview ? bottom - previewHeight - 1 : bottom
      list = Rect(row: top, column: 0, width: size.width, height: end - top)
      footRow = nil
      preview =
        hasPreview
        ? Rect(row: end + 1, column: 0, width: size.width, height: previewHeight) : nil
      side = nil
      rule = nil
      return
    }
    let width = min(96, size.width - 43)
    footRow = bottom - 1
    list = Rect(row: top, column: 0, width: width, height: bottom - 1 - top)
    preview = nil
    rule = width + 2
    side = Rect(
      row: headingRow, column: width + 5, width: min(72, size.width - 1 - width - 5),
      height: bottom - headingRow)
  }
}
