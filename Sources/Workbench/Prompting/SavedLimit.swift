/// A limit under a name of its own: `:limit @NAME`.
package struct SavedLimit: Hashable, Sendable {
  package let name: String
  package let text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// Whether a name can be typed after `@`.
  package static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 64
      && name.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
  }

  /// A limit with every `@NAME` put out in full.
  ///
  /// - Returns: nil where a name is not known; `unknown` holds it then.
  static func expand(_ text: String, _ saved: [SavedLimit]) -> Expansion {
    var words: [String] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      guard word.first == "@" else {
        words.append(String(word))
        continue
      }
      let name = String(word.dropFirst())
      guard let limit = saved.first(where: { $0.name == name }) else { return .unknown(name) }
      words.append(limit.text)
    }
    return .text(words.joined(separator: " "))
  }

  enum Expansion: Hashable {
    case text(String)
    case unknown(String)
  }
}
