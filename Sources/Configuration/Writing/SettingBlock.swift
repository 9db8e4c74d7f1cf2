/// One table as it is written: a comment, a header, keys with their values below each other.
struct SettingBlock {
  var comment: String?
  private let header: String
  private var lines: [Line] = []

  private struct Line {
    let key: String
    let value: String
    let comment: String?
  }

  init(comment: String? = nil, header: String) {
    self.comment = comment
    self.header = header
  }

  mutating func add(_ key: String, _ value: String, comment: String? = nil) {
    lines.append(Line(key: key, value: value, comment: comment))
  }

  /// Ends with a line break.
  var text: String {
    let keyWidth = lines.map(\.key.utf8.count).max() ?? 0
    // Only plain values have comments, so that bytes are columns.
    let valueWidth = lines.filter { $0.comment != nil }.map(\.value.utf8.count).max() ?? 0
    var text = comment.map { "# \($0)\n" } ?? ""
    text += header + "\n"
    for line in lines {
      text += padded(line.key, to: keyWidth) + " = "
      if let comment = line.comment {
        text += padded(line.value, to: valueWidth) + "  # " + comment
      } else {
        text += line.value
      }
      text += "\n"
    }
    return text
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}
