/// Finds the modules a Swift file imports, whatever attributes and access stand before the word.
enum ImportScanner {
  /// Module names in file order; `import struct A.B` and `import A.B` both count as `A`.
  static func modules(in source: String) -> [String] {
    source.split(whereSeparator: \.isNewline).compactMap { module(line: $0) }
  }

  private static let modifiers: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private",
  ]
  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
  ]

  private static func module(line: Substring) -> String? {
    var words = line.split(whereSeparator: \.isWhitespace)[...]
    while let first = words.first, first.hasPrefix("@") || modifiers.contains(first) {
      words.removeFirst()
    }
    guard words.popFirst() == "import", var name = words.popFirst() else { return nil }
    if kinds.contains(name), let next = words.popFirst() { name = next }
    return name.split(separator: ".").first.map(String.init)
  }
}
