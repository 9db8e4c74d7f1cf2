extension RawForm {
  /// `YYYY-MM-DDTHH:MM:SS.mmmZ`, a day that the calendar has.
  func isTime(_ token: Token) -> Bool {
    guard token.kind == .string, token.content.count == 24 else { return false }
    let start = token.content.lowerBound
    let pattern: StaticString = "0000-00-00T00:00:00.000Z"
    for index in 0..<24 {
      let byte = bytes[start + index]
      let wanted = pattern.utf8Start[index]
      guard wanted == 0x30 ? byte &- 0x30 < 10 : byte == wanted else { return false }
    }
    func number(_ offset: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 * 10 + Int(bytes[start + offset + $1] - 0x30) }
    }
    let (year, month, day) = (number(0, 4), number(5, 2), number(8, 2))
    guard (1...12).contains(month), day >= 1, number(11, 2) < 24, number(14, 2) < 60,
      number(17, 2) < 60
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[month - 1]
  }

  /// Seconds: `0`, `12`, `0.5`, `12.345`; at most three digits after the point, the last not 0.
  func isSeconds(_ token: Token) -> Bool {
    guard token.kind == .string, !token.isEscaped else { return false }
    var text = bytes[token.content]
    let isNegative = text.first == UInt8(ascii: "-")
    if isNegative { text = text.dropFirst() }
    let whole = text.prefix { $0 &- 0x30 < 10 }
    guard !whole.isEmpty, whole.count <= 15, whole.count == 1 || whole.first != 0x30 else {
      return false
    }
    let rest = text.dropFirst(whole.count)
    guard let point = rest.first else { return !(isNegative && whole.first == 0x30) }
    let digits = rest.dropFirst()
    return point == UInt8(ascii: ".") && (1...3).contains(digits.count)
      && digits.allSatisfy { $0 &- 0x30 < 10 } && digits.last != 0x30
  }

  /// The value of an integer that was scanned before.
  static func integer(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
    var amount = 0
    for index in range.dropFirst(isNegative ? 1 : 0) {
      amount = amount * 10 + Int(bytes[index] - 0x30)
    }
    return isNegative ? -amount : amount
  }

  /// The bytes of UTF-8 in a string, its escapes resolved.
  static func textLength(_ bytes: UnsafeBufferPointer<UInt8>, _ token: Token) -> Int {
    guard token.isEscaped else { return token.content.count }
    var output: [UInt8] = []
    appendText(bytes, token, to: &output)
    return output.count
  }

  /// Appends a string's content with its escapes resolved.
  static func appendText(
    _ bytes: UnsafeBufferPointer<UInt8>, _ token: Token, to output: inout [UInt8]
  ) {
    guard token.isEscaped else {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[token.content]))
      return
    }
    var index = token.content.lowerBound
    while index < token.content.upperBound {
      guard bytes[index] == UInt8(ascii: "\\") else {
        output.append(bytes[index])
        index += 1
        continue
      }
      let mark = bytes[index + 1]
      index += 2
      switch mark {
      case UInt8(ascii: "b"): output.append(0x08)
      case UInt8(ascii: "f"): output.append(0x0C)
      case UInt8(ascii: "n"): output.append(0x0A)
      case UInt8(ascii: "r"): output.append(0x0D)
      case UInt8(ascii: "t"): output.append(0x09)
      case UInt8(ascii: "u"):
        let high = RawScanner.hexDigit(bytes[index + 2]) ?? 0
        output.append(high << 4 | (RawScanner.hexDigit(bytes[index + 3]) ?? 0))
        index += 4
      default: output.append(mark)
      }
    }
  }
}
