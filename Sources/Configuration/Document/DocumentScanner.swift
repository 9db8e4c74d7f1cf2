/// Finds every key and value of a TOML text together with the byte at which it stands.
///
/// It does not judge: whatever text it is given it ends, with a tree or a failure. `Document` lets
/// TOMLKit judge, which knows all of TOML's rules but gives no positions. For every text that
/// TOMLKit takes, both see the same values; a test holds them against each other.
struct DocumentScanner {
  /// Tables and lists inside each other.
  static let depthLimit = 32

  private var cursor: ByteCursor

  /// O(bytes).
  static func scan(_ source: SourceText) throws(ScanFailure) -> DocumentTable {
    var scanner = DocumentScanner(cursor: ByteCursor(source.bytes, from: source.start))
    let root = DocumentTable(offset: source.start)
    try scanner.document(into: root)
    return root
  }

  private struct Key {
    let text: String
    let offset: Int
  }

  private mutating func document(into root: DocumentTable) throws(ScanFailure) {
    var table = root
    while true {
      cursor.skipBlankLines()
      guard let byte = cursor.byte else { return }
      if byte == UInt8(ascii: "[") {
        table = try header(below: root)
      } else {
        try keyAndValue(into: table, depth: 1)
      }
      cursor.skipBlanks()
      guard cursor.skipComment() || cursor.skipLineBreak() || cursor.byte == nil else {
        throw .malformed(at: cursor.position)
      }
    }
  }

  /// `[a.b]` or `[[a.b]]`.
  private mutating func header(below root: DocumentTable) throws(ScanFailure) -> DocumentTable {
    let offset = cursor.position
    cursor.advance()
    let isList = cursor.skip(UInt8(ascii: "["))
    let path = try keyPath(depth: 1)
    guard cursor.skip(UInt8(ascii: "]")), !isList || cursor.skip(UInt8(ascii: "]")),
      let last = path.last
    else { throw .malformed(at: cursor.position) }
    var parent = root
    for key in path.dropLast() { parent = try descend(parent, key, at: offset) }
    guard isList else { return try descend(parent, last, at: offset) }
    let table = DocumentTable(offset: offset)
    let element = DocumentValue(offset: offset, content: .table(table))
    if let present = parent[last.text] {
      guard case .list(let list) = present.value.content else { throw .malformed(at: offset) }
      list.append(element)
    } else {
      let list = DocumentValue(offset: offset, content: .list(DocumentList([element])))
      _ = parent.insert(list, for: last.text, at: last.offset)
    }
    return table
  }

  /// The table `key` of `table`, made where it is missing; of a list of tables the last one.
  private func descend(
    _ table: DocumentTable, _ key: Key, at offset: Int
  ) throws(ScanFailure) -> DocumentTable {
    guard let present = table[key.text] else {
      let made = DocumentTable(offset: offset)
      let value = DocumentValue(offset: offset, content: .table(made))
      _ = table.insert(value, for: key.text, at: key.offset)
      return made
    }
    switch present.value.content {
    case .table(let table): return table
    case .list(let list):
      guard case .table(let last)? = list.elements.last?.content else { fallthrough }
      return last
    default: throw .malformed(at: key.offset)
    }
  }

  private mutating func keyAndValue(
    into table: DocumentTable, depth: Int
  ) throws(ScanFailure) {
    let path = try keyPath(depth: depth)
    guard let last = path.last, cursor.skip(UInt8(ascii: "=")) else {
      throw .malformed(at: cursor.position)
    }
    var parent = table
    for key in path.dropLast() { parent = try descend(parent, key, at: key.offset) }
    cursor.skipBlanks()
    let value = try value(depth: depth + path.count)
    guard parent.insert(value, for: last.text, at: last.offset) else {
      throw .malformed(at: last.offset)
    }
  }

  /// Keys with points between them, and the blanks around them.
  private mutating func keyPath(depth: Int) throws(ScanFailure) -> [Key] {
    var path: [Key] = []
    repeat {
      cursor.skipBlanks()
      let offset = cursor.position
      guard depth + path.count <= Self.depthLimit else { throw .tooDeep(at: offset) }
      path.append(Key(text: try key(), offset: offset))
      cursor.skipBlanks()
    } while cursor.skip(UInt8(ascii: "."))
    return path
  }

  private mutating func key() throws(ScanFailure) -> String {
    switch cursor.byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try StringScanner.scan(&cursor)
    default:
      let bare = cursor.take(while: ByteCursor.isBareKey)
      guard !bare.isEmpty else { throw .noKey(at: cursor.position) }
      return String(decoding: bare, as: UTF8.self)
    }
  }

  private mutating func value(depth: Int) throws(ScanFailure) -> DocumentValue {
    let offset = cursor.position
    guard depth <= Self.depthLimit else { throw .tooDeep(at: offset) }
    switch cursor.byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return DocumentValue(offset: offset, content: .text(try StringScanner.scan(&cursor)))
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "{"): return try inlineTable(depth: depth)
    default:
      guard let content = BareValue.scan(&cursor) else {
        throw cursor.position == offset ? .noValue(at: offset) : .malformed(at: offset)
      }
      return DocumentValue(offset: offset, content: content)
    }
  }

  private mutating func list(depth: Int) throws(ScanFailure) -> DocumentValue {
    let offset = cursor.position
    cursor.advance()
    let list = DocumentList()
    while true {
      cursor.skipBlankLines()
      if cursor.skip(UInt8(ascii: "]")) { break }
      list.append(try value(depth: depth + 1))
      cursor.skipBlankLines()
      if cursor.skip(UInt8(ascii: ",")) { continue }
      guard cursor.skip(UInt8(ascii: "]")) else { throw .malformed(at: cursor.position) }
      break
    }
    return DocumentValue(offset: offset, content: .list(list))
  }

  private mutating func inlineTable(depth: Int) throws(ScanFailure) -> DocumentValue {
    let offset = cursor.position
    cursor.advance()
    let table = DocumentTable(offset: offset)
    cursor.skipBlanks()
    guard !cursor.skip(UInt8(ascii: "}")) else {
      return DocumentValue(offset: offset, content: .table(table))
    }
    while true {
      try keyAndValue(into: table, depth: depth + 1)
      cursor.skipBlanks()
      if cursor.skip(UInt8(ascii: ",")) { continue }
      guard cursor.skip(UInt8(ascii: "}")) else { throw .malformed(at: cursor.position) }
      return DocumentValue(offset: offset, content: .table(table))
    }
  }
}
