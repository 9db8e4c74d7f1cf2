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

  /// Seconds: `0`, `12`, `0.5`, `-12.345`; at most three digits after the point, the last not 0.
  func isSeconds(_ token: Token) -> Bool {
    guard token.kind == .string, !token.isEscaped else { return false }
    let end = token.content.upperBound
    var index = token.content.lowerBound
    let isNegative = index < end && bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    let first = index
    while index < end, bytes[index] &- 0x30 < 10 { index += 1 }
    let whole = index - first
    guard (1...15).contains(whole), whole == 1 || bytes[first] != 0x30 else { return false }
    guard index < end else { return !(isNegative && bytes[first] == 0x30) }
    let digits = (index + 1)..<end
    return bytes[index] == UInt8(ascii: ".") && (1...3).contains(digits.count)
      && digits.allSatisfy { bytes[$0] &- 0x30 < 10 } && bytes[end - 1] != 0x30
  }

  /// Digits with at most one point among them, perhaps a sign and an exponent, within what 64 bits
  /// and ±300 hold.
  func isDecimal(_ token: Token) -> Bool {
    guard token.kind == .string, !token.isEscaped else { return false }
    let end = token.content.upperBound
    var index = token.content.lowerBound
    if index < end, bytes[index] == 0x2D || bytes[index] == 0x2B { index += 1 }
    var digits = 0
    var fraction = 0
    var amount: Int64 = 0
    var hasPoint = false
    while index < end, bytes[index] &- 0x30 < 10 || (bytes[index] == 0x2E && !hasPoint) {
      let byte = bytes[index]
      index += 1
      if byte == 0x2E {
        hasPoint = true
        continue
      }
      let (product, isOver) = amount.multipliedReportingOverflow(by: 10)
      let (sum, isOverToo) = product.addingReportingOverflow(Int64(byte - 0x30))
      guard !isOver, !isOverToo else { return false }
      amount = sum
      digits += 1
      if hasPoint { fraction += 1 }
    }
    guard digits > 0 else { return false }
    guard index < end else { return fraction <= 300 }
    guard bytes[index] == 0x65 || bytes[index] == 0x45,
      let exponent = Int(String(decoding: bytes[(index + 1)..<end], as: UTF8.self)),
      abs(exponent) <= 300
    else { return false }
    return abs(exponent - fraction) <= 300
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
