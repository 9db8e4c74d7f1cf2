import Screen

/// Where the parts of the annotators' screen lie.
struct PeopleLayout {
  /// Rows of the panel below the list on narrow screens.
  private static let previewHeight = 4

  let lists: ListLayout
  /// The lines of the list, without what stands under them.
  let list: Rect
  /// Where the scale of the plot stands; nil where there is no room.
  let axisRow: Int?
  /// Who agrees with whom, below the list; nil where it would not fit whole.
  let overview: Rect?
  /// The tables that are looked at cell by cell: names, then cells.
  let pairs: TableLayout
  let person: TableLayout

  init(_ model: Model) {
    let lists = ListLayout(model.size, previewHeight: Self.previewHeight)
    self.lists = lists
    let annotators = model.annotators
    let rows = annotators.rows.count
    let hasAxis = lists.list.height > 4
    let room = lists.list.height - (hasAxis ? 1 : 0)
    let height = min(max(1, rows), room)
    list = Rect(row: lists.list.row, column: 0, width: lists.list.width, height: height)
    axisRow = hasAxis ? list.rows.upperBound : nil
    let names = PeopleNames(model)
    let people = annotators.people.map { names.name($0.id) }
    let area = Rect(
      row: lists.headingRow, column: 1, width: lists.list.width - 2,
      height: lists.list.height + 1)
    pairs = TableLayout(area, rows: people, columns: people)
    let start = list.rows.upperBound + 2
    let below = Rect(
      row: start, column: 1, width: lists.list.width - 2,
      height: lists.list.rows.upperBound - start)
    let table = TableLayout(below, rows: people, columns: people, above: 2)
    let fits =
      people.count > 1 && lists.side != nil && rows <= room && table.room.height >= people.count
      && table.room.width >= people.count
    overview = fits ? below : nil
    let look = model.look
    let labels = (annotators.person?.shown?.labels ?? []).map { look.text($0) }
    person = TableLayout(area, rows: labels, columns: labels)
  }

  /// Lines of the list in view.
  var listHeight: Int { list.height }

  var pairRoom: TableCursor.Room { pairs.room }
  var personRoom: TableCursor.Room { person.room }

  /// Where something is said about what is under the bar or the cursor. Figures stay near their
  /// names, however wide the terminal is.
  var aside: Rect? {
    guard let side = lists.side else { return lists.preview }
    return Rect(
      row: side.row, column: side.column, width: min(side.width, 44), height: side.height)
  }
}

/// Where the cells of a table lie: names at the left, headings above, a legend below.
struct TableLayout {
  private static let widestName = 14
  private static let widestCell = 10

  let area: Rect
  let nameWidth: Int
  let cellWidth: Int
  /// Rows above the first line of cells.
  let above: Int
  let room: TableCursor.Room

  /// - Parameter above: rows for headings: one for those of the columns, more for a title.
  init(_ area: Rect, rows: [SafeText], columns: [SafeText], above: Int = 1) {
    self.area = area
    self.above = above
    let isNarrow = area.width < 60
    let longest = rows.map(\.width).max() ?? 0
    nameWidth = min(max(4, longest), isNarrow ? 9 : Self.widestName)
    let cells = max(1, area.width - 2 - nameWidth - 1)
    let heading = (columns.map(\.width).max() ?? 0) + 2
    let least = isNarrow ? 5 : 6
    cellWidth = max(least, min(Self.widestCell, heading, cells / max(1, columns.count)))
    // A legend stands below where there is room for it.
    let height = area.height - above - (area.height > 8 ? 1 : 0)
    room = TableCursor.Room(height: height, width: cells / cellWidth)
  }

  /// Where a name stands, and where its cells begin.
  var nameColumn: Int { area.column + 2 }
  var firstCell: Int { nameColumn + nameWidth + 1 }
  var firstRow: Int { area.row + above }
}
