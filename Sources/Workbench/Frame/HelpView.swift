import Screen

/// The keys of a screen in columns, those that cannot be used now last.
struct HelpView {
  private struct Line: Hashable {
    var key = SafeText()
    var text = SafeText()
    var isHeading = false
    var isQuiet = false
  }

  private let model: Model
  private let find: String
  private let contents: HelpContents

  init(_ model: Model, find: String) {
    self.model = model
    self.find = find
    contents = HelpContents(model, find: find)
  }

  func draw(in grid: inout Grid) {
    let size = grid.size
    let room = size.height - 5
    let isWide = size.width >= 100
    let width = isWide ? min(104, size.width) : size.width
    let columns = columns(rows: room, most: isWide ? 3 : size.width >= 76 ? 2 : 1)
    let height = min(room, columns.map(\.count).max() ?? 1)
    let block = Rect(
      row: isWide ? max(1, (size.height - height - 4) / 2) : 2, column: (size.width - width) / 2,
      width: width, height: min(height + 3, size.height - 3))
    let note: SafeText = find.isEmpty ? "type to find a key" : "find: \(find)"
    let title: SafeText = model.place == .queue ? "keys of queue" : "keys of item"
    let area = OverlayBox(title: title, note: note).draw(in: &grid, block)
    if contents.matches.isEmpty {
      grid.put(
        "No key does that here. Backspace takes a letter back.",
        at: Position(row: area.row, column: area.column + 2), width: area.width - 4, role: .dim)
      return
    }
    let columnWidth = (area.width - 2) / max(1, columns.count)
    for (index, lines) in columns.enumerated() {
      let column = area.column + 2 + index * columnWidth
      for (offset, line) in lines.prefix(area.height - 1).enumerated() {
        draw(line, in: &grid, row: area.row + 1 + offset, column: column, width: columnWidth - 2)
      }
    }
    let rest = columns.reduce(0) { $0 + max(0, $1.count - (area.height - 1)) }
    if rest > 0 {
      grid.putRight(
        " \(rest) more, type to find them ", row: block.rows.upperBound - 1,
        end: area.columns.upperBound - 1, role: .dim)
    }
  }

  private func draw(_ line: Line, in grid: inout Grid, row: Int, column: Int, width: Int) {
    if line.isHeading {
      grid.put(
        line.text, at: Position(row: row, column: column), width: width, role: .heading,
        attributes: .bold)
      return
    }
    grid.put(
      line.key, at: Position(row: row, column: column), width: 6,
      role: line.isQuiet ? .faint : .hintKey)
    grid.put(
      line.text, at: Position(row: row, column: column + 7), width: width - 7,
      role: line.isQuiet ? .dim : .text)
  }

  /// Groups are kept whole where they can be: each goes into the column with most room left.
  private func columns(rows: Int, most: Int) -> [[Line]] {
    let blocks = contents.groups.map { group in
      [Line(text: SafeText(group.title), isHeading: true)]
        + group.entries.flatMap { entry -> [Line] in
          let isQuiet = entry.reason != nil
          let line = Line(
            key: SafeText(entry.keys), text: SafeText(entry.help), isQuiet: isQuiet)
          guard let reason = entry.reason else { return [line] }
          return [line, Line(text: reason, isQuiet: true)]
        }
    }
    let total = blocks.reduce(0) { $0 + $1.count + 1 }
    let target = max(8, (total + most - 1) / most)
    var columns: [[Line]] = [[]]
    for block in blocks {
      let last = columns.count - 1
      let isFull = !columns[last].isEmpty && columns[last].count + block.count > target
      if isFull, columns.count < most {
        columns.append(block)
      } else {
        if !columns[last].isEmpty { columns[last].append(Line()) }
        columns[last] += block
      }
    }
    return columns
  }
}
