/// Reads a value that stands without marks: numbers, dates, `true` and `false`.
enum BareValue {
  /// - Returns: nil where no value stands.
  static func scan(_ cursor: inout ByteCursor) -> DocumentValue.Content? {
    var word = Array(cursor.take(while: belongs))
    if isDate(word), cursor.byte == 0x20, let next = cursor.byte(after: 1), isDigit(next) {
      cursor.advance()
      word.append(0x20)
      word += cursor.take(while: belongs)
    }
    guard let first = word.first else { return nil }
    let text = String(decoding: word, as: UTF8.self)
    switch text {
    case "true": return .truth(true)
    case "false": return .truth(false)
    default: break
    }
    if isDate(word.prefix(10)) || word.contains(UInt8(ascii: ":")) { return .moment }
    let isNumber = isDigit(first) || "+-in".utf8.contains(first)
    return isNumber ? .number(text) : nil
  }

  private static func belongs(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ":"): true
    default: ByteCursor.isBareKey(byte)
    }
  }

  /// `2026-10-03`.
  private static func isDate(_ word: some Collection<UInt8>) -> Bool {
    word.count == 10
      && word.enumerated().allSatisfy { position, byte in
        position == 4 || position == 7 ? byte == UInt8(ascii: "-") : isDigit(byte)
      }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
