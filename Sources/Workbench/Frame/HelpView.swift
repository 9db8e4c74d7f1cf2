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

  /// Room for `Space q` and `PgDn PgUp`, with a gap.
  private static let keyWidth = 10

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
    let width = isWide ? min(132, size.width - 4) : size.width
    let columnWidth = (width - 4) / most
    let room = size.height - 3 - (size.height >= 20 ? 1 : 0) - 3
    let columns = columns(rows: room, width: columnWidth - 2)
    let pages = max(1, (columns.count + most - 1) / most)
    let shown = Array(columns.dropFirst(page % pages * most).prefix(most))
    let height = pages > 1 ? room : shown.map(\.count).max() ?? 1
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
      line.key, at: Position(row: row, column: column), width: Self.keyWidth - 1,
      role: line.isQuiet ? .faint : line.isSign ? .text : .hintKey)
    grid.put(
      line.text, at: Position(row: row, column: column + Self.keyWidth),
      width: width - Self.keyWidth,
      role: line.isQuiet || line.isSign ? .dim : .text)
  }

  /// Groups are kept whole where a column holds them.
  private func columns(rows: Int, width: Int) -> [[Line]] {
    var columns: [[Line]] = [[]]
    for group in contents.groups {
      var block = lines(of: group, width: width - Self.keyWidth)
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

  private func lines(of group: HelpContents.Group, width: Int) -> [Line] {
    [Line(text: SafeText(group.title), isHeading: true)]
      + group.entries.flatMap { entry -> [Line] in
        let isQuiet = entry.reason != nil
        let texts =
          TextFlow.lines(of: entry.help, width: width)
          + (entry.reason.map { TextFlow.lines(of: $0.plain, width: width) } ?? [])
        return texts.enumerated().map { index, text in
          Line(key: index == 0 ? SafeText(entry.keys) : SafeText(), text: text, isQuiet: isQuiet)
        }
      }
      + group.signs.flatMap { sign in
        TextFlow.lines(of: sign.text, width: width).enumerated().map { index, text in
          Line(key: index == 0 ? sign.glyph : SafeText(), text: text, isSign: true)
        }
      }
  }
}
