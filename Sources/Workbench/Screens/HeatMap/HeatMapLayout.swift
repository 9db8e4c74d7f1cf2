import Agreement
import Screen

/// Where the parts of a heat map lie, and which of its rows and columns are in view.
///
/// Columns are as wide as their figures need, and wider where all of them fit with their names. Where
/// names would not tell columns apart any more, numbers head them, and rows have their numbers too.
struct HeatMapLayout {
  let sentenceRow: Int
  let headingRow: Int
  /// Positions in view.
  let rows: Range<Int>
  let columns: Range<Int>
  /// The column of the cursor's bar; names begin behind it.
  let bar: Int
  /// Cells for the number of a row; 0 where rows have none.
  let numberWidth: Int
  let nameWidth: Int
  /// Where the second name of a pair begins; nil where rows are no pairs.
  let secondName: Int?
  let cellWidth: Int
  /// The first column of cells.
  let cellStart: Int
  /// α of each label, or what became of each pair; 0 where neither is shown.
  let lastWidth: Int
  /// By position; right-aligned over the figures.
  let headings: [SafeText]
  /// Below the table.
  let foot: Rect
  let side: Rect?
  let rule: Int?

  private static let widestHeading = 12

  /// nil where there is no map, or no room for a table: then its hottest cells are a list.
  init?(_ model: Model) {
    guard model.heatMap.hasCell, let page = model.heatMap.page?.value, model.size.width >= 60,
      model.size.height >= 16
    else { return nil }
    let size = model.size
    let words = HeatWords(model)
    let map = page.map
    let isPair = map.rows.subject == .pair
    sentenceRow = size.height >= 30 ? 2 : 1
    headingRow = sentenceRow + 2
    let hasSide = size.width >= 100 && size.height >= 20
    let room = hasSide ? size.width - 32 : size.width - 1
    bar = isPair ? 0 : 1
    let figures = page.figureWidth + 2
    let widestName = isPair ? (hasSide ? 16 : 11) : hasSide ? 20 : 14
    let names = isPair ? map.rows.pairs.map { words.label($0.first) } : words.names(map.rows)
    let seconds = map.rows.pairs.map { words.label($0.second) }
    let first = min(widestName, names.map(\.width).max() ?? 0)
    let second = isPair ? min(widestName, seconds.map(\.width).max() ?? 0) : 0
    lastWidth = isPair ? (map.columns.subject.isTime ? 9 : 0) : page.alphas.isEmpty ? 0 : 7
    let named = bar + 1 + first + (isPair ? 3 + second : 0) + 2
    let heads = words.heads(map.columns)
    let fits = max(1, (room - named - lastWidth) / max(1, map.columns.count))
    let wanted = min(Self.widestHeading, heads.map(\.width).max() ?? 0) + 1
    let usual = max(figures, min(fits, max(wanted, figures)))
    let width = max(figures, min(usual + model.heatMap.zoom, 16))
    let clipped = heads.map { $0.clipped(to: width - 1) }
    let isNumbered =
      Set(clipped).count < Set(heads).count
      || zip(heads, clipped).contains { $0 != $1 && $1.width < 4 }
    let digits = String(map.columns.count).utf8.count
    headings = isNumbered ? heads.indices.map { SafeText($0 + 1) } : clipped
    numberWidth = isNumbered && map.kind.isSquare ? digits + 1 : 0
    cellWidth =
      isNumbered ? max(figures, digits + 1, min(figures + model.heatMap.zoom, 16)) : width
    nameWidth = first
    secondName = isPair ? bar + 1 + first + 3 : nil
    cellStart = named + numberWidth
    let shown = max(1, (room - cellStart - lastWidth) / cellWidth)
    columns = Self.view(
      map.columns.count, shown, from: model.heatMap.left, around: model.heatMap.place.column)
    let end = cellStart + columns.count * cellWidth + lastWidth
    let ruleColumn = max(min(72, size.width - 35), min(end + 2, size.width - 32))
    rule = hasSide ? ruleColumn : nil
    let bottom = size.height - (size.height < 20 ? 1 : 2)
    side =
      hasSide
      ? Rect(
        row: headingRow, column: ruleColumn + 3,
        width: min(72, size.width - 1 - ruleColumn - 3), height: bottom - headingRow) : nil
    // The legend with a blank above; below it, on narrow screens, what the cell means.
    let least = hasSide ? 2 : min(8, max(2, (bottom - headingRow) / 3))
    let most = max(1, bottom - headingRow - 1 - least)
    rows = Self.view(
      map.rows.count, most, from: model.heatMap.top, around: model.heatMap.place.row)
    let top = headingRow + 1 + rows.count
    foot = Rect(
      row: top, column: 0, width: hasSide ? ruleColumn : size.width, height: max(0, bottom - top))
  }

  /// `shown` positions of `count`, moved no further than the one at the cursor asks.
  private static func view(_ count: Int, _ shown: Int, from: Int, around: Int) -> Range<Int> {
    let shown = min(shown, count)
    var start = min(max(0, from), count - shown)
    if around < start { start = around }
    if around >= start + shown { start = around - shown + 1 }
    return start..<start + shown
  }
}
