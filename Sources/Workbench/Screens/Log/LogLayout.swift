import Screen

/// Where the parts of the log's screen lie.
struct LogLayout {
  let list: ListLayout
  /// Beside the list: the event in words.
  let side: Rect?
  /// Beside that, on the widest screens: the line as it stands and the chain.
  let evidence: Rect?
  /// Below the sentence: an event in full.
  let page: Rect

  init(_ model: Model) {
    let size = model.size
    list = ListLayout(size, previewHeight: 4, listWidth: size.width >= 170 ? 96 : 80)
    let top = list.headingRow
    let bottom = size.height < 20 ? size.height - 1 : size.height - 2
    page = Rect(
      row: top, column: 1, width: min(size.width - 2, 90), height: max(1, bottom - top))
    guard let side = list.side, size.width >= 170 else {
      self.side = list.side
      evidence = nil
      return
    }
    let width = 42
    let column = side.column + width + 3
    self.side = Rect(row: side.row, column: side.column, width: width, height: side.height)
    evidence = Rect(
      row: side.row, column: column, width: min(72, size.width - 1 - column), height: side.height)
  }

  /// Rows of the list.
  var rows: Int { list.list.height }

  /// Cells that an event in full has.
  var pageWidth: Int { page.width }
}
