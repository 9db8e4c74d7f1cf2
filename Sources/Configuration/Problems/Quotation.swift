/// Text from outside as it may stand in a message.
enum Quotation {
  /// Characters of a text that are shown before it is cut.
  static let limit = 60

  /// `text` in quotation marks: nothing in it acts on a terminal, and it is not longer than `limit`.
  static func quoted(_ text: String) -> String {
    "\"" + escaped(text) + "\""
  }

  /// `text` without anything that acts on a terminal or cannot be seen, cut after `limit` scalars.
  static func escaped(_ text: String) -> String {
    var result = ""
    for (count, scalar) in text.unicodeScalars.enumerated() {
      guard count < limit else { return result + "…" }
      if scalar == "\"" || scalar == "\\" {
        result += "\\"
        result.unicodeScalars.append(scalar)
      } else if Invisible.contains(scalar) {
        result += codePoint(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A library's sentence, in which marks stand as marks.
  static func sentence(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars.prefix(240) {
      if Invisible.contains(scalar) {
        result += codePoint(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// `a, b or c`.
  static func alternatives(_ words: [String]) -> String {
    joined(words, by: "or")
  }

  /// `a, b and c`.
  static func list(_ words: [String]) -> String {
    joined(words, by: "and")
  }

  private static func codePoint(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16) + "}"
  }

  private static func joined(_ words: [String], by conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
