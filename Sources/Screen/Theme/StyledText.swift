/// Grids as text with the sequences that colour it, for a terminal on which lines are printed.
package struct StyledText {
  private let presentation: Presentation

  package init(_ presentation: Presentation) {
    self.presentation = presentation
  }

  /// One line for each row. Each begins and ends in the terminal's own colours.
  package func lines(of grid: Grid) -> [String] {
    (0..<grid.size.height).map { line(Array(grid.row($0))) }
  }

  private func line(_ cells: [Cell]) -> String {
    var text = ""
    var current: Style?
    for (index, cell) in cells.enumerated() where cell.kind != .trail {
      let next = index + 1 < cells.count ? cells[index + 1] : nil
      let drawn = presentation.drawn(cell, before: next)
      if drawn.style != current {
        text += Self.sequence(for: drawn.style)
        current = drawn.style
      }
      text += String(String.UnicodeScalarView(drawn.cluster.scalars))
    }
    return text + "\u{1B}[0m"
  }

  private static func sequence(for style: Style) -> String {
    var numbers = ["0"]
    if style.attributes.contains(.bold) { numbers.append("1") }
    if style.attributes.contains(.dim) { numbers.append("2") }
    if style.attributes.contains(.underline) { numbers.append("4") }
    if style.attributes.contains(.reverse) { numbers.append("7") }
    if let colour = number(of: style.foreground) { numbers.append("38;" + colour) }
    if let colour = number(of: style.background) { numbers.append("48;" + colour) }
    return "\u{1B}[" + numbers.joined(separator: ";") + "m"
  }

  private static func number(of colour: Colour) -> String? {
    switch colour {
    case .standard: nil
    case .indexed(let index): "5;\(index)"
    case .direct(let value): "2;\(value >> 16 & 255);\(value >> 8 & 255);\(value & 255)"
    }
  }
}
