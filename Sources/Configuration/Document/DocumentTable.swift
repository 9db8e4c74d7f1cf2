import Domain

/// A table of a settings file with its entries in the order of the file; one identity while headers
/// and dotted keys add to it.
final class DocumentTable {
  struct Entry {
    let key: String
    /// The byte at which the key begins.
    let offset: Int
    let value: DocumentValue
  }

  /// The byte at which it begins: its header, its brace, or the first key that led to it.
  let offset: Int
  private(set) var entries: [Entry] = []
  private var positions: [Identifier<KeySpace>: Int] = [:]

  private enum KeySpace {}

  init(offset: Int) {
    self.offset = offset
  }

  subscript(key: String) -> Entry? {
    positions[Identifier(key)].map { entries[$0] }
  }

  /// - Returns: whether the key was free. A taken one stays as it is.
  func insert(_ value: DocumentValue, for key: String, at offset: Int) -> Bool {
    let name = Identifier<KeySpace>(key)
    guard positions[name] == nil else { return false }
    positions[name] = entries.count
    entries.append(Entry(key: key, offset: offset, value: value))
    return true
  }
}
