import Screen

/// A drawing read line by line: frames and bars left out, columns parted by commas.
struct LinearGrid {
  let lines: [String]
  /// The line under the cursor's bar; empty where there is none.
  let current: String

  init(_ grid: Grid) {
    var lines: [String] = []
    var current = ""
    for row in 0..<grid.size.height {
      let line = Self.line(grid.text(ofRow: row))
      guard !line.isEmpty else { continue }
      lines.append(line)
      if grid.row(row).first?.cluster.base == "▌" { current = line }
    }
    self.lines = lines
    self.current = current
  }

  /// Two blanks and more part columns.
  private static func line(_ text: String) -> String {
    var columns: [String] = []
    var column = ""
    var blanks = 0
    for character in text {
      if character == " " {
        blanks += 1
        continue
      }
      if frames.contains(character) { continue }
      if blanks > 1, !column.isEmpty {
        columns.append(column)
        column = ""
      } else if blanks == 1, !column.isEmpty {
        column.append(" ")
      }
      blanks = 0
      column.append(character)
    }
    if !column.isEmpty { columns.append(column) }
    return columns.map { Spoken.line($0) }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static let frames: Set<Character> = Set("─━│┃╭╮╰╯┌┐└┘├┤┬┴┼╴╸▌▏▁▂▃▄▅▆█")
}
