/// Reads UTF-8 one scalar at a time and hands out each byte that is not part of one.
///
/// Nothing is skipped and nothing is replaced: what cannot be decoded is named.
struct ScalarReader {
  /// One step through the bytes.
  enum Element: Equatable {
    case scalar(Unicode.Scalar)
    case invalid(UInt8)
  }

  private let bytes: [UInt8]
  /// The byte that the next element begins at.
  private(set) var offset: Int

  init(_ bytes: [UInt8], at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The next element, or `nil` at the end.
  mutating func next() -> Element? {
    guard offset < bytes.count else { return nil }
    let first = bytes[offset]
    if first < 0x80 {
      offset += 1
      return .scalar(Unicode.Scalar(first))
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, offset + length <= bytes.count else {
      return invalid(first)
    }
    var value = UInt32(first) & (0xFF >> (UInt32(length) + 1))
    for index in offset + 1..<offset + length {
      guard bytes[index] & 0xC0 == 0x80 else { return invalid(first) }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    let smallest: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return invalid(first) }
    offset += length
    return .scalar(scalar)
  }

  /// The next element, without moving.
  func peek() -> Element? {
    var copy = self
    return copy.next()
  }

  /// Whether the next scalar is beyond ASCII, so that it may be drawn over the one before.
  var isAtWideScalar: Bool { offset < bytes.count && bytes[offset] >= 0x80 }

  private mutating func invalid(_ byte: UInt8) -> Element {
    offset += 1
    return .invalid(byte)
  }
}
