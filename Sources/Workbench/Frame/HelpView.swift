import Screen

/// The keys of a screen in columns, those that cannot be used now last.
struct HelpView {
  private struct Line: Hashable {
    var key = SafeText()
    var text = SafeText()
    var isHeading = false
    var isQuiet = false
    var isSign = false
  }

  /// What the narrowest of three columns holds beside a key.
  private static let signWidth = 24

  private let model: Model
  private let find: String
  private let page: Int
  private let contents: HelpContents

  init(_ model: Model, find: String, page: Int) {
    self.model = model
    self.find = find
    self.page = page
    contents = HelpContents(model, find: find)
  }

  func draw(in grid: inout Grid) {
    let size = grid.size
    let isWide = size.width >= 100
    let most = isWide ? 3 : size.width >= 76 ? 2 : 1
    let room = size.height - 3 - (size.height >= 20 ? 1 : 0) - 3
    let columns = columns(rows: room)
    let pages = max(1, (columns.count + most - 1) / most)
    let shown = Array(columns.dropFirst(page % pages * most).prefix(most))
    let height = pages > 1 ? room : shown.map(\.count).max() ?? 1
    let width = isWide ? min(104, size.width) : size.width
    let top = isWide ? max(2, (size.height - height - 4) / 2) : size.height >= 20 ? 2 : 1
    let block = Rect(
      row: top, column: (size.width - width) / 2, width: width, height: height + 3)
    let note: SafeText = find.isEmpty ? "type to find a key" : "find: \(find)"
    let title: SafeText = "keys of \(model.place.rawValue)"
    let area = OverlayBox(title: title, note: note).draw(in: &grid, block)
    if contents.groups.isEmpty {
      grid.put(
        "No key does that here. Backspace takes a letter back.",
        at: Position(row: area.row, column: area.column + 2), width: area.width - 4, role: .dim)
      return
    }
    let columnWidth = (area.width - 2) / min(most, max(1, columns.count))
    for (index, lines) in shown.enumerated() {
      let column = area.column + 2 + index * columnWidth
      for (offset, line) in lines.enumerated() {
        draw(line, in: &grid, row: area.row + 1 + offset, column: column, width: columnWidth - 2)
      }
    }
    guard pages > 1 else { return }
    grid.putRight(
      " page \(page % pages + 1) of \(pages) ", row: block.rows.upperBound - 1,
      end: area.columns.upperBound - 1, role: .dim)
  }

  private func draw(_ line: Line, in grid: inout Grid, row: Int, column: Int, width: Int) {
    if line.isHeading {
      grid.put(line.text, at: Position(row: row, column: column), width: width, role: .heading)
      return
    }
    grid.put(
      line.key, at: Position(row: row, column: column), width: 6,
      role: line.isQuiet ? .faint : line.isSign ? .text : .hintKey)
    grid.put(
      line.text, at: Position(row: row, column: column + 7), width: width - 7,
      role: line.isQuiet || line.isSign ? .dim : .text)
  }

  /// Groups are kept whole where a column holds them.
  private func columns(rows: Int) -> [[Line]] {
    var columns: [[Line]] = [[]]
    for group in contents.groups {
      var block = lines(of: group)
      let last = columns.count - 1
      if !columns[last].isEmpty, columns[last].count + 1 + block.count <= rows {
        columns[last] += [Line()] + block
        continue
      }
      if columns[last].isEmpty { columns.removeLast() }
      while block.count > rows {
        columns.append(Array(block.prefix(rows)))
        block.removeFirst(rows)
      }
      columns.append(block)
    }
    return columns
  }

  private func lines(of group: HelpContents.Group) -> [Line] {
    [Line(text: SafeText(group.title), isHeading: true)]
      + group.entries.flatMap { entry -> [Line] in
        let line = Line(
          key: SafeText(entry.keys), text: SafeText(entry.help), isQuiet: entry.reason != nil)
        guard let reason = entry.reason else { return [line] }
        return [line, Line(text: reason, isQuiet: true)]
      }
      + group.signs.flatMap { sign in
        TextFlow.lines(of: sign.text, width: Self.signWidth).enumerated().map { index, text in
          Line(key: index == 0 ? sign.glyph : SafeText(), text: text, isSign: true)
        }
      }
  }
}
