/// One or more keys pressed after one another, as `Space q`.
package struct KeySequence: Hashable, Sendable {
  package let keys: [Key]

  package init(_ keys: Key...) { self.keys = keys }

  package init(_ keys: [Key]) { self.keys = keys }

  /// Reads names parted by blanks; `nil` where one of them is no key, or there is none.
  package init?(name: String) {
    let parts = name.split(separator: " ")
    let keys = parts.compactMap { Key(name: String($0)) }
    guard !keys.isEmpty, keys.count == parts.count else { return nil }
    self.keys = keys
  }

  /// The names of the keys, parted by blanks.
  package var name: String { keys.map(\.name).joined(separator: " ") }

  /// Whether these keys begin `other` and are fewer.
  package func isPrefix(of other: KeySequence) -> Bool {
    keys.count < other.keys.count && other.keys.starts(with: keys)
  }
}
