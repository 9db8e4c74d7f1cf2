import Domain

/// Leaves the names of people out of what somebody wrote.
struct NameMask {
  /// What stands in a name's place.
  static let mask = "(somebody)"

  /// Names by their bytes, ASCII letters in lower case, longest first.
  private let names: [[UInt8]]

  /// - Parameter names: those to leave out; the empty one is none.
  init(_ names: some Sequence<String>) {
    let folded = Set(names.map { Self.folded(Array($0.utf8)) }).filter { !$0.isEmpty }
    self.names = folded.sorted {
      $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count > $1.count
    }
  }

  /// The text with each name that stands there as a word of its own replaced. O(text · names).
  func masked(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let folded = Self.folded(bytes)
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if index == 0 || !Self.isWord(bytes[index - 1]), let name = name(at: index, in: folded) {
        output += Array(Self.mask.utf8)
        index += name
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The length of the name that begins here; nil where none does.
  private func name(at index: Int, in text: [UInt8]) -> Int? {
    names.first { name in
      let end = index + name.count
      return end <= text.count && text[index..<end].elementsEqual(name)
        && (end == text.count || !Self.isWord(text[end]))
    }?.count
  }

  /// Letters, digits, and whatever is not ASCII.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }

  private static func folded(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
