import Screen

/// Running text in lines of a table's width.
enum TextLines {
  static let width = 80

  /// Broken between words at 80 cells; lines after the first stand `hanging` cells further in.
  static func wrapped(_ text: String, indent: Int, hanging: Int = 0) -> [String] {
    TextFlow.lines(of: text, width: width - indent - hanging).enumerated().map { index, line in
      String(repeating: " ", count: index == 0 ? indent : indent + hanging) + line.plain
    }
  }
}
