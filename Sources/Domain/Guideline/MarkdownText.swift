/// Free text within a guideline's Markdown: nothing in it can act on a terminal, be taken for HTML or
/// for the document's own structure, and all of it can be read back, byte for byte.
enum MarkdownText {
  /// Lines that begin so belong to the document, so lines of texts never do.
  static let examplesHeading = "**Examples**"
  static let counterExamplesHeading = "**Counter-examples**"
  static let unitMark = "*from* "
  private static let marks = ["\\", "#", examplesHeading, counterExamplesHeading, unitMark]

  /// The lines of a text of several lines.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard scalar == "\n" else {
        line.append(scalar)
        continue
      }
      lines.append(String(line))
      line = String.UnicodeScalarView()
    }
    return lines + [String(line)]
  }

  /// A line of a text, as it stands in the document.
  static func escaped(line: String) -> String {
    let text = escaped(line, { isUnsafe($0) })
    return isMark(text) ? "\\" + text : text
  }

  /// A text in one line: a title, the name of a label.
  static func escaped(inline text: String) -> String {
    let scalars = text.unicodeScalars
    var output = escaped(text) { isUnsafe($0) || $0 == "\n" || $0 == "\t" || $0 == "`" }
    if scalars.first == " " { output = "&#x20;" + output.dropFirstScalar }
    if scalars.count > 1, scalars.last == " " { output = output.dropLastScalar + "&#x20;" }
    return output
  }

  /// Whether a line of the document is one of a text, and not of its structure.
  static func isStructure(_ line: String) -> Bool {
    line.utf8.first == 0x23 || line == examplesHeading || line == counterExamplesHeading
  }

  /// Reads a line of a text back.
  static func unescaped(line: String) -> String? {
    guard line.utf8.first == 0x5C else { return unescaped(line) }
    let rest = String(line.unicodeScalars.dropFirst())
    return isMark(rest) ? unescaped(rest) : nil
  }

  /// Reads characters that were written as `&…;` back; nil where a spelling is not ours.
  static func unescaped(_ text: String) -> String? {
    var output = String.UnicodeScalarView()
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.first {
      guard scalar == "&", let (found, length) = entity(rest) else {
        output.append(scalar)
        rest = rest.dropFirst()
        continue
      }
      guard let found else { return nil }
      output.append(found)
      rest = rest.dropFirst(length)
    }
    return String(output)
  }

  private static func isMark(_ line: String) -> Bool {
    marks.contains { line.utf8.starts(with: $0.utf8) }
  }

  private static func escaped(_ text: String, _ isEscaped: (Unicode.Scalar) -> Bool) -> String {
    var output = ""
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      if scalar == "<" {
        output += "&lt;"
      } else if scalar == "&", entity(scalars[index...]) != nil {
        output += "&amp;"
      } else if isEscaped(scalar) {
        output += "&#x" + String(scalar.value, radix: 16, uppercase: true) + ";"
      } else {
        output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  /// What begins as one of our spellings: the character and its length, or no character where it is
  /// spelled otherwise than we do.
  private static func entity(
    _ scalars: Substring.UnicodeScalarView
  ) -> (Unicode.Scalar?, Int)? {
    let head = Array(scalars.prefix(11))
    guard let end = head.firstIndex(of: ";") else { return nil }
    let name = String(String.UnicodeScalarView(head[1..<end]))
    if name == "lt" { return ("<", end + 1) }
    if name == "amp" { return ("&", end + 1) }
    guard name.hasPrefix("#x") else { return nil }
    let value = UInt32(name.dropFirst(2), radix: 16)
    return (value.flatMap { Unicode.Scalar($0) }, end + 1)
  }

  /// What could act on a terminal, or hide: controls other than the tab, and what turns the direction of
  /// text or takes no room.
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0x00..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}

extension String {
  fileprivate var dropFirstScalar: String { String(unicodeScalars.dropFirst()) }
  fileprivate var dropLastScalar: String { String(unicodeScalars.dropLast()) }
}
