/// Base64 of RFC 4648, section 4, with padding: each text is the one spelling of its bytes.
enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(of bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        let isPadding = place > group.count
        text.append(isPadding ? UInt8(ascii: "=") : digits[value >> (18 - 6 * place) & 63])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// - Returns: nil where the text is not exactly what `text(of:)` makes.
  static func bytes(of text: some StringProtocol) -> [UInt8]? {
    let spelled = Array(text.utf8)
    guard spelled.count.isMultiple(of: 4) else { return nil }
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: spelled.count, by: 4) {
      var value = 0
      var count = 0
      for digit in spelled[start..<(start + 4)] {
        value <<= 6
        if digit == UInt8(ascii: "=") { continue }
        guard let place = Self.value(digit) else { return nil }
        value |= place
        count += 1
      }
      guard count >= 2 else { return nil }
      for place in 0..<(count - 1) {
        bytes.append(UInt8(truncatingIfNeeded: value >> (16 - 8 * place)))
      }
    }
    return self.text(of: bytes).utf8.elementsEqual(spelled) ? bytes : nil
  }

  private static func value(_ digit: UInt8) -> Int? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(digit) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(digit) - 97 + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(digit) - 48 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
