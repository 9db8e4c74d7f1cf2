/// Walks over canonical bytes and refuses any that are not canonical, without building values.
///
/// Written from the format's page alone, and apart from the reader that `Domain` has.
struct RawScanner {
  enum Kind {
    case string
    case integer
    case boolean
    case array
    case object
  }

  /// One value: where it stands, and for strings whether an escape is in it.
  struct Token {
    let kind: Kind
    /// The whole value, quotation marks included.
    let range: Range<Int>
    let isEscaped: Bool

    /// No value.
    static let absent = Token(kind: .boolean, range: 0..<0, isEscaped: false)

    /// What stands between a string's quotation marks.
    var content: Range<Int> { (range.lowerBound + 1)..<(range.upperBound - 1) }
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int
  private let end: Int

  private static let depthLimit = 16
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { position == end }

  /// Steps over one character that must stand here.
  mutating func expect(_ character: UInt8) throws(VerificationProblem) {
    guard position < end, bytes[position] == character else {
      throw .notCanonical(offset: position)
    }
    position += 1
  }

  mutating func take(_ character: UInt8) -> Bool {
    guard position < end, bytes[position] == character else { return false }
    position += 1
    return true
  }

  /// A member's name, which must be greater than the one before.
  mutating func name(after previous: Range<Int>?) throws(VerificationProblem) -> Range<Int> {
    let token = try string()
    guard !token.isEscaped, previous.map({ precedes($0, token.content) }) ?? true else {
      throw .notCanonical(offset: token.range.lowerBound)
    }
    try expect(UInt8(ascii: ":"))
    return token.content
  }

  mutating func value(depth: Int = 0) throws(VerificationProblem) -> Token {
    guard position < end, depth <= Self.depthLimit else { throw .notCanonical(offset: position) }
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "{"):
      try object(depth: depth)
      return Token(kind: .object, range: start..<position, isEscaped: false)
    case UInt8(ascii: "["):
      try array(depth: depth)
      return Token(kind: .array, range: start..<position, isEscaped: false)
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    default:
      try integer()
      return Token(kind: .integer, range: start..<position, isEscaped: false)
    }
    return Token(kind: .boolean, range: start..<position, isEscaped: false)
  }

  private mutating func object(depth: Int) throws(VerificationProblem) {
    position += 1
    if take(UInt8(ascii: "}")) { return }
    var previous: Range<Int>?
    repeat {
      previous = try name(after: previous)
      _ = try value(depth: depth + 1)
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
  }

  private mutating func array(depth: Int) throws(VerificationProblem) {
    position += 1
    if take(UInt8(ascii: "]")) { return }
    repeat {
      _ = try value(depth: depth + 1)
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
  }

  private mutating func word(_ word: StaticString) throws(VerificationProblem) {
    for index in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[index]) }
  }

  /// `0`, or digits that do not begin with 0, perhaps behind a minus, within ±2⁵³.
  private mutating func integer() throws(VerificationProblem) {
    let start = position
    let isNegative = take(UInt8(ascii: "-"))
    let first = position
    var amount: Int64 = 0
    while position < end, case let digit = bytes[position] &- 0x30, digit < 10 {
      amount = amount * 10 + Int64(digit)
      guard amount <= 1 << 53 else { throw .notCanonical(offset: start) }
      position += 1
    }
    let count = position - first
    guard count > 0, count == 1 || bytes[first] != 0x30, !(isNegative && amount == 0) else {
      throw .notCanonical(offset: start)
    }
  }

  private mutating func string() throws(VerificationProblem) -> Token {
    let start = position
    try expect(UInt8(ascii: "\""))
    var isEscaped = false
    while true {
      skipPlain()
      guard position < end else { throw .notCanonical(offset: position) }
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return Token(kind: .string, range: start..<position, isEscaped: isEscaped)
      }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        try escape()
      } else if byte >= 0x80 {
        try multibyte()
      } else {
        throw .notCanonical(offset: position)
      }
    }
  }

  /// Steps over bytes that mean themselves, eight at a time where so many are left.
  private mutating func skipPlain() {
    guard let base = bytes.baseAddress else { return }
    let raw = UnsafeRawPointer(base)
    while position + 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let controls = (word &- Self.ones &* 0x20) & ~word
      let quotes = word ^ (Self.ones &* 0x22)
      let slashes = word ^ (Self.ones &* 0x5C)
      let found =
        word | controls | ((quotes &- Self.ones) & ~quotes) | ((slashes &- Self.ones) & ~slashes)
      // A borrow can mark bytes behind the first one that is found, never before it.
      let special = found & Self.highs
      guard special == 0 else {
        position += special.trailingZeroBitCount / 8
        return
      }
      position += 8
    }
    while position < end {
      let byte = bytes[position]
      guard byte >= 0x20, byte < 0x80, byte != 0x22, byte != 0x5C else { return }
      position += 1
    }
  }

  private mutating func escape() throws(VerificationProblem) {
    let start = position
    guard position + 1 < end else { throw .notCanonical(offset: start) }
    switch bytes[position + 1] {
    case 0x22, 0x5C, UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"),
      UInt8(ascii: "t"):
      position += 2
    case UInt8(ascii: "u"):
      guard position + 6 <= end, bytes[position + 2] == 0x30, bytes[position + 3] == 0x30,
        let high = Self.hexDigit(bytes[position + 4]), high < 2,
        let low = Self.hexDigit(bytes[position + 5])
      else { throw .notCanonical(offset: start) }
      switch high << 4 | low {
      case 0: throw .nulCharacter(offset: start)
      case 0x08, 0x09, 0x0A, 0x0C, 0x0D: throw .notCanonical(offset: start)
      default: position += 6
      }
    default: throw .notCanonical(offset: start)
    }
  }

  /// One scalar of two to four bytes: the shortest form, no surrogate, at most U+10FFFF.
  private mutating func multibyte() throws(VerificationProblem) {
    let start = position
    let lead = bytes[position]
    let count: Int
    var scalar: UInt32
    switch lead {
    case 0xC2...0xDF: (count, scalar) = (2, UInt32(lead & 0x1F))
    case 0xE0...0xEF: (count, scalar) = (3, UInt32(lead & 0x0F))
    case 0xF0...0xF4: (count, scalar) = (4, UInt32(lead & 0x07))
    default: throw .notCanonical(offset: start)
    }
    guard position + count <= end else { throw .notCanonical(offset: start) }
    for index in 1..<count {
      let byte = bytes[position + index]
      guard byte & 0xC0 == 0x80 else { throw .notCanonical(offset: start) }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    let smallest: UInt32 = count == 2 ? 0x80 : count == 3 ? 0x800 : 0x10000
    guard scalar >= smallest, scalar <= 0x10FFFF, !(0xD800...0xDFFF).contains(scalar) else {
      throw .notCanonical(offset: start)
    }
    position += count
  }

  static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  private func precedes(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let common = min(left.count, right.count)
    for index in 0..<common {
      let (a, b) = (bytes[left.lowerBound + index], bytes[right.lowerBound + index])
      if a != b { return a < b }
    }
    return left.count < right.count
  }
}
