/// A place in bytes that moves on. It never moves past the end.
struct ByteCursor {
  let bytes: [UInt8]
  private(set) var position: Int

  init(_ bytes: [UInt8], from position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// The next byte; nil at the end.
  var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// The byte `distance` after the next.
  func byte(after distance: Int) -> UInt8? {
    position + distance < bytes.count ? bytes[position + distance] : nil
  }

  mutating func advance(by count: Int = 1) {
    position = min(position + count, bytes.count)
  }

  /// - Returns: whether it stood there.
  mutating func skip(_ expected: UInt8) -> Bool {
    guard byte == expected else { return false }
    position += 1
    return true
  }

  mutating func take(while belongs: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = position
    while position < bytes.count, belongs(bytes[position]) { position += 1 }
    return bytes[start..<position]
  }

  /// Past blanks and tabs.
  mutating func skipBlanks() {
    while let byte, byte == 0x20 || byte == 0x09 { position += 1 }
  }

  /// Past blanks, tabs, line breaks and comments.
  mutating func skipBlankLines() {
    repeat { skipBlanks() } while skipComment() || skipLineBreak()
  }

  /// Past `#` to the end of its line, the line break left.
  mutating func skipComment() -> Bool {
    guard byte == UInt8(ascii: "#") else { return false }
    while let byte, byte != 0x0A { position += 1 }
    return true
  }

  mutating func skipLineBreak() -> Bool {
    if byte == 0x0D, byte(after: 1) == 0x0A { position += 1 }
    return skip(0x0A)
  }

  static func isBareKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
