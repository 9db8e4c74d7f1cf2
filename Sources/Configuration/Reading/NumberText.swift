import Domain

/// TOML's spellings of numbers.
enum NumberText {
  /// - Returns: nil for `inf` and `nan`, and where the digits do not fit 64 bits.
  static func number(_ digits: String) -> Number? {
    if let whole = whole(digits), isPrefixed(digits) { return Number(whole) }
    return Number(withoutSeparators(digits))
  }

  /// - Returns: nil for anything but a whole number without point and exponent, and where it does
  ///   not fit 64 bits.
  static func whole(_ digits: String) -> Int? {
    let plain = withoutSeparators(digits)
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where plain.hasPrefix(prefix) {
      return Int(plain.dropFirst(2), radix: radix)
    }
    return Int(plain)
  }

  /// Whether TOML takes `digits` for a decimal number: no leading zeros, digits around a point.
  static func isTOML(_ digits: String) -> Bool {
    var cursor = ByteCursor(Array(digits.utf8), from: 0)
    _ = cursor.skip(UInt8(ascii: "-")) || cursor.skip(UInt8(ascii: "+"))
    let whole = cursor.take(while: isDigit)
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return false }
    if cursor.skip(UInt8(ascii: ".")), cursor.take(while: isDigit).isEmpty { return false }
    if cursor.skip(UInt8(ascii: "e")) || cursor.skip(UInt8(ascii: "E")) {
      _ = cursor.skip(UInt8(ascii: "-")) || cursor.skip(UInt8(ascii: "+"))
      guard !cursor.take(while: isDigit).isEmpty else { return false }
    }
    return cursor.byte == nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isPrefixed(_ digits: String) -> Bool {
    ["0x", "0o", "0b"].contains { digits.hasPrefix($0) }
  }

  private static func withoutSeparators(_ digits: String) -> String {
    digits.filter { $0 != "_" }
  }
}
