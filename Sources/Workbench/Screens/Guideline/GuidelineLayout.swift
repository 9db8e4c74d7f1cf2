import Screen

/// Where the parts of the guideline's screen lie.
struct GuidelineLayout {
  let list: ListLayout
  /// In place of the list: one part in full on narrow screens, a difference on all.
  let page: Rect

  init(_ size: Size) {
    list = ListLayout(size, previewHeight: 4, listWidth: size.width >= 170 ? 72 : 50)
    let top = list.headingRow
    let bottom = size.height < 20 ? size.height - 1 : size.height - 2
    page = Rect(
      row: top, column: 0, width: min(size.width, 96), height: max(1, bottom - top))
  }

  /// Lines of the list, its headings among them.
  var rows: Int { area.height }

  /// The list with the row that other lists have their headings in.
  var area: Rect {
    Rect(
      row: list.headingRow, column: 0, width: list.list.width, height: list.list.height + 1)
  }

  /// With fewer columns there is no room for an item, a label and a reason beside the changes.
  private static let leastForDoubts = 110

  /// Where the rulings stand that a publication puts in doubt; nil where they follow the changes.
  var doubts: Rect? {
    guard let end = list.side?.columns.upperBound, end >= Self.leastForDoubts else { return nil }
    return Rect(
      row: page.row, column: 75, width: min(end, 119) - 75, height: page.height)
  }

  /// Cells of a line beside the list, or in its place: without bar, glyph and margin.
  func detailWidth(_ model: Model) -> Int {
    if model.guideline.plan != nil { return doubts == nil ? page.width - 4 : 68 }
    let isPage =
      model.guideline.difference != nil || model.guideline.contradictions != nil || list.side == nil
    return isPage ? page.width - 4 : min(72, (list.side?.width ?? 40) - 2)
  }

  func detailRows(_ model: Model) -> Int {
    let isPage =
      model.guideline.difference != nil || model.guideline.plan != nil
      || model.guideline.contradictions != nil || list.side == nil
    return max(1, isPage ? page.height : list.side?.height ?? 1)
  }
}
