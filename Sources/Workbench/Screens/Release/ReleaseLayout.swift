import Screen

/// Where the parts of the release's screen lie, and its columns.
struct ReleaseLayout {
  let list: ListLayout
  /// Where figures end.
  let figure: Int
  /// The bar's first cell and how many it has; none on narrow screens.
  let bar: Int
  let barWidth: Int
  /// Where what must be ends.
  let must: Int
  /// What stands behind it; nil where there is no room.
  let aside: Int?

  static let name = 5

  init(_ size: Size) {
    list = ListLayout(size, previewHeight: 0, listWidth: 85)
    let width = list.list.width
    guard width >= 60 else {
      figure = width - 9
      bar = 0
      barWidth = 0
      must = width - 1
      aside = nil
      return
    }
    figure = width >= 80 ? 33 : 30
    bar = figure + 3
    barWidth = width >= 84 ? 20 : width >= 76 ? 14 : 10
    must = bar + barWidth + 9
    aside = must + 3 + 6 <= width ? must + 3 : nil
  }
}
