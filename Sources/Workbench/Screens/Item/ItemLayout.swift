import Domain
import Screen

/// Where the parts of an item lie. Depends on the size, the project and the shape of the item, never on
/// its ratings, so that the contest stands in the same cells from item to item.
struct ItemLayout {
  enum Shape: Hashable {
    /// Text on top or at the left, the contest below or at the right.
    case reading
    /// Two answers side by side, the scale below them.
    case pair
  }

  let shape: Shape
  let sentenceRow: Int
  /// The text; for a pair, the two answers with their headings.
  let reading: Rect
  /// Rows of the prompt above a pair, heading and blank row included.
  let prompt: Rect
  /// Heading and entries.
  let contest: Rect
  let hasContestHeading: Bool
  /// Rows of entries in the contest.
  let contestRows: Int
  /// Columns of entries: 2 where one would take too many rows.
  let contestColumns: Int
  /// What stands between text and contest on narrow screens, or below the scale of a pair.
  let facts: Rect
  /// Evidence below the contest, on wide screens.
  let side: Rect?
  let rule: Int?
  /// The draft of the ruling, on wide screens.
  let ruling: Rect?

  /// Where the first answer of a pair stands, heading included.
  var firstAnswer: Rect {
    Rect(
      row: reading.row, column: reading.column, width: reading.width / 2 - 1,
      height: reading.height)
  }

  var secondAnswer: Rect {
    let column = reading.column + reading.width / 2 + 2
    return Rect(
      row: reading.row, column: column, width: reading.columns.upperBound - column,
      height: reading.height)
  }

  /// How many values could be ruled and have no room in the contest.
  func hiddenCount(_ contest: Contest) -> Int {
    guard contest.kind != .number || contest.entries.count > contestRows else { return 0 }
    let shown = min(contest.entries.count, contestRows * contestColumns)
    return max(contest.entries.count, contest.admissible.count) - shown
  }

  init(_ model: Model) {
    let size = model.size
    let isTall = size.height >= 30
    let isLow = size.height < 20
    let isWide = size.width >= 100 && !isLow
    let labels = max(2, model.configuration.labels.count)
    let entries = model.item?.contest.kind == .number ? 5 : min(9, labels)
    // Where many labels share a low screen the blank row above the text goes to the text.
    let top = isTall ? 4 : isLow && entries > 6 ? 2 : 3
    let bottom = size.height - 2
    sentenceRow = isTall ? 2 : 1
    var isPair = false
    if case .pair = model.item?.opened?.dossier.item.payload { isPair = true }
    let fitsScale = (size.width - 4) / max(1, entries) >= 11 && entries <= 9
    shape = isPair && size.width >= 80 && !isLow && fitsScale ? .pair : .reading
    hasContestHeading = !isLow
    if shape == .pair {
      // Answers are read at 72 cells a line: wider screens get margins, not longer lines.
      let width = min(size.width - 2, 152)
      contestRows = 3
      contestColumns = entries
      rule = nil
      side = nil
      ruling = nil
      let factRows = isTall ? (size.height >= 38 ? 14 : 8) : 2
      facts = Rect(row: bottom - factRows, column: 1, width: width, height: factRows)
      contest = Rect(row: facts.row - 5, column: 1, width: width, height: 4)
      let promptRows = 4
      prompt = Rect(row: top, column: 1, width: width, height: promptRows)
      reading = Rect(
        row: top + promptRows, column: 1, width: width,
        height: contest.row - 1 - top - promptRows)
      return
    }
    prompt = Rect(row: top, column: 1, width: 0, height: 0)
    if isWide {
      let width = min(96, size.width - 43)
      rule = width + 2
      contestRows = entries
      contestColumns = 1
      let sideColumn = width + 5
      let sideWidth = min(72, size.width - 1 - sideColumn)
      contest = Rect(row: top, column: sideColumn, width: sideWidth, height: entries + 1 + 3)
      side = Rect(
        row: contest.rows.upperBound + 1, column: sideColumn, width: sideWidth,
        height: max(0, bottom - contest.rows.upperBound - 1))
      let rulingRows = isTall ? 6 : 4
      ruling = Rect(row: bottom - rulingRows, column: 1, width: width - 1, height: rulingRows)
      reading = Rect(
        row: top, column: 1, width: width - 1, height: max(1, bottom - rulingRows - 1 - top))
      facts = Rect(row: bottom, column: 1, width: 0, height: 0)
      return
    }
    rule = nil
    side = nil
    ruling = nil
    let most = max(3, (size.height - 8) / 2)
    contestColumns = entries > most || (entries > 5 && size.width >= 76) ? 2 : 1
    let needed = (entries + contestColumns - 1) / contestColumns
    contestRows = isLow ? min(needed, max(3, bottom - top - 3)) : min(most, needed)
    let heading = isLow ? 0 : 1
    contest = Rect(
      row: bottom - contestRows - heading, column: 1, width: size.width - 2,
      height: contestRows + heading)
    let factRows = isLow ? 0 : 2
    facts = Rect(
      row: contest.row - factRows - (isLow ? 0 : 1), column: 1, width: size.width - 2,
      height: factRows)
    reading = Rect(
      row: top, column: 1, width: size.width - 2,
      height: max(1, facts.row - (isLow ? 0 : 1) - top))
  }
}
