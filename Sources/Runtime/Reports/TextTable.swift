package import Screen

/// A table of plain text for a pipe or a narrow terminal: headings, columns two cells apart,
/// numbers aligned right. Every cell is safe text, so nothing from outside reaches a terminal raw.
package struct TextTable {
  package enum Alignment: Sendable {
    case left
    case right
  }

  /// What a cell that is too long loses.
  package enum Cut: Sendable {
    /// For names: those that begin alike stay apart.
    case middle
    /// For sentences.
    case end
  }

  package struct Column: Sendable {
    package let heading: SafeText
    package let alignment: Alignment
    /// Cells beyond this are cut with an ellipsis.
    package let widest: Int
    package let cut: Cut

    package init(
      _ heading: SafeText, _ alignment: Alignment = .left, widest: Int = 40, cut: Cut = .middle
    ) {
      self.heading = heading
      self.alignment = alignment
      self.widest = widest
      self.cut = cut
    }

    fileprivate func clipped(_ cell: SafeText) -> SafeText {
      cut == .middle && alignment == .left
        ? cell.clippedInMiddle(to: widest) : cell.clipped(to: widest)
    }
  }

  private let columns: [Column]
  private var rows: [[SafeText]] = []

  package init(_ columns: [Column]) {
    self.columns = columns
  }

  package var isEmpty: Bool { rows.isEmpty }

  /// Adds a row; cells that are missing at the end stay empty.
  package mutating func append(_ cells: [SafeText]) {
    precondition(cells.count <= columns.count, "a row has no more cells than there are columns")
    rows.append(cells)
  }

  /// The lines, headings first, without blanks at their ends.
  package func lines(indent: Int = 2) -> [String] {
    let widths = columns.indices.map { column in
      rows.reduce(columns[column].heading.width) { widest, row in
        max(widest, column < row.count ? min(row[column].width, columns[column].widest) : 0)
      }
    }
    let headings = columns.map(\.heading)
    return ([headings] + rows).map { line($0, widths: widths, indent: indent) }
  }

  private func line(_ cells: [SafeText], widths: [Int], indent: Int) -> String {
    var text = String(repeating: " ", count: indent)
    for (index, cell) in cells.enumerated() {
      let shown = columns[index].clipped(cell)
      let padding = String(repeating: " ", count: max(0, widths[index] - shown.width))
      if index > 0 { text += "  " }
      text += columns[index].alignment == .left ? shown.plain + padding : padding + shown.plain
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}
