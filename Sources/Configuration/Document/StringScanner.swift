/// Reads one string of any of TOML's four kinds.
enum StringScanner {
  /// Leaves the cursor behind the closing mark.
  static func scan(_ cursor: inout ByteCursor) throws(ScanFailure) -> String {
    let start = cursor.position
    guard let mark = cursor.byte else { throw .malformed(at: start) }
    let isLong = cursor.byte(after: 1) == mark && cursor.byte(after: 2) == mark
    cursor.advance(by: isLong ? 3 : 1)
    if isLong { _ = cursor.skipLineBreak() }
    var bytes: [UInt8] = []
    while let byte = cursor.byte {
      if byte == mark {
        if close(&cursor, mark: mark, isLong: isLong, into: &bytes) {
          return String(decoding: bytes, as: UTF8.self)
        }
      } else if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
        try escape(&cursor, isLong: isLong, into: &bytes)
      } else if isLong, cursor.skipLineBreak() {
        bytes.append(0x0A)
      } else {
        guard byte != 0x0A else { throw .malformed(at: cursor.position) }
        bytes.append(byte)
        cursor.advance()
      }
    }
    throw .malformed(at: start)
  }

  /// Marks at the cursor. Of three to five in a long string the last three close it.
  ///
  /// - Returns: whether the string ends here.
  private static func close(
    _ cursor: inout ByteCursor, mark: UInt8, isLong: Bool, into bytes: inout [UInt8]
  ) -> Bool {
    guard isLong else {
      cursor.advance()
      return true
    }
    var count = 0
    while count < 5, cursor.skip(mark) { count += 1 }
    let isClosed = count >= 3
    bytes.append(contentsOf: repeatElement(mark, count: isClosed ? count - 3 : count))
    return isClosed
  }

  private static func escape(
    _ cursor: inout ByteCursor, isLong: Bool, into bytes: inout [UInt8]
  ) throws(ScanFailure) {
    let start = cursor.position
    cursor.advance()
    guard let letter = cursor.byte else { throw .malformed(at: start) }
    switch letter {
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      try scalar(&cursor, digits: letter == UInt8(ascii: "u") ? 4 : 8, into: &bytes)
      return
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(letter)
    default:
      guard isLong else { throw .malformed(at: start) }
      try lineEnd(&cursor, from: start)
      return
    }
    cursor.advance()
  }

  /// `\u00E9` and `\U0001F600`, from the letter on.
  private static func scalar(
    _ cursor: inout ByteCursor, digits: Int, into bytes: inout [UInt8]
  ) throws(ScanFailure) {
    let start = cursor.position - 1
    cursor.advance()
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let byte = cursor.byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw .malformed(at: start)
      }
      value = value << 4 | UInt32(digit)
      cursor.advance()
    }
    guard value != 0 else { throw .nul(at: start) }
    guard let scalar = Unicode.Scalar(value) else { throw .malformed(at: start) }
    bytes.append(contentsOf: String(Character(scalar)).utf8)
  }

  /// A backslash at the end of a line takes all blanks and line breaks up to the next character.
  private static func lineEnd(
    _ cursor: inout ByteCursor, from start: Int
  ) throws(ScanFailure) {
    cursor.skipBlanks()
    guard cursor.skipLineBreak() else { throw .malformed(at: start) }
    repeat { cursor.skipBlanks() } while cursor.skipLineBreak()
  }
}
