package import Screen

/// A screen as text: the grid as it reads, and one layer each for roles, grounds and attributes.
package struct ScreenFile: Equatable {
  /// The layers, in the order in which they stand in the file.
  package static let layerNames = ["text", "role", "base", "attr"]

  package let size: Size
  package let about: String
  /// Rows by layer, without trailing blanks; as many rows as the screen has.
  package let layers: [[String]]

  /// What a grid looks like as a file.
  package init(_ grid: Grid, about: String) {
    size = grid.size
    self.about = about
    let rows = 0..<grid.size.height
    layers = [
      rows.map { grid.text(ofRow: $0) },
      rows.map { Self.layer(grid.row($0).map { ScreenLetters.letter(for: $0.role) }) },
      rows.map { Self.layer(grid.row($0).map { ScreenLetters.letter(for: $0.ground) }) },
      rows.map { Self.layer(grid.row($0).map { ScreenLetters.letter(for: $0.attributes) }) },
    ]
  }

  /// Reads a file; `nil` where it has not the shape of one.
  package init?(parsing text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count > 2, lines[0] == "tiebreak-screen 1", lines[1].hasPrefix("size ") else {
      return nil
    }
    let numbers = lines[1].dropFirst(5).split(separator: "x").compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    let size = Size(width: numbers[0], height: numbers[1])
    var layers = Array(repeating: [String](), count: Self.layerNames.count)
    var current: Int?
    for line in lines[2...] {
      if line.hasPrefix("--- ") {
        current = Self.layerNames.firstIndex(of: String(line.dropFirst(4)))
      } else if let current {
        layers[current].append(line)
      }
    }
    self.size = size
    about = lines[2].hasPrefix("about ") ? String(lines[2].dropFirst(6)) : ""
    self.layers = layers.map { rows in
      (0..<size.height).map { $0 < rows.count ? rows[$0] : "" }
    }
  }

  /// The whole file; rows that are empty to the end of a layer are left out.
  package var text: String {
    var lines = ["tiebreak-screen 1", "size \(size.width)x\(size.height)", "about \(about)"]
    for (name, rows) in zip(Self.layerNames, layers) {
      lines.append("--- \(name)")
      let end = rows.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
      lines.append(contentsOf: rows[..<end])
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The rows that differ, each as the other file has it and as this one has it.
  package func difference(from other: ScreenFile) -> [String] {
    guard size == other.size else {
      return [
        "size: expected \(other.size.width)x\(other.size.height), is \(size.width)x\(size.height)"
      ]
    }
    var lines: [String] = []
    for (name, pair) in zip(Self.layerNames, zip(layers, other.layers)) {
      for row in 0..<size.height where pair.0[row] != pair.1[row] {
        lines.append("\(name) \(row) −|\(pair.1[row])")
        lines.append("\(name) \(row) +|\(pair.0[row])")
      }
    }
    return lines
  }

  /// How many cells read differently; cells that only one of the two has count too.
  package func differingCellCount(from other: ScreenFile) -> Int {
    var count = 0
    for row in 0..<max(size.height, other.size.height) {
      let mine = row < size.height ? Array(layers[0][row]) : []
      let theirs = row < other.size.height ? Array(other.layers[0][row]) : []
      for column in 0..<max(mine.count, theirs.count) {
        let left = column < mine.count ? mine[column] : " "
        let right = column < theirs.count ? theirs[column] : " "
        if left != right { count += 1 }
      }
    }
    return count
  }

  private static func layer(_ letters: [Character]) -> String {
    let end = letters.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0
    return String(letters[..<end])
  }
}
