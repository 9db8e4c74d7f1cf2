import Screen

/// Running text in lines of a table's width.
enum TextLines {
  /// Broken between words at 80 cells.
  static func wrapped(_ text: String, indent: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    for word in text.split(separator: " ") {
      let cells = SafeText(String(word)).width
      if width > 0, indent + width + 1 + cells > 80 {
        lines.append(line)
        (line, width) = ("", 0)
      }
      line += width == 0 ? String(repeating: " ", count: indent) : " "
      width += (width == 0 ? 0 : 1) + cells
      line += word
    }
    return width > 0 ? lines + [line] : lines
  }
}
