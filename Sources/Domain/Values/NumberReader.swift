/// Reads decimal digits into mantissa and exponent without a detour over binary numbers.
enum NumberReader {
  struct Parts: Equatable {
    let mantissa: Int64
    let exponent: Int
  }

  static func read(_ bytes: [UInt8]) -> Parts? {
    var position = 0
    var negative = false
    if let first = bytes.first, first == 0x2D || first == 0x2B {
      negative = first == 0x2D
      position = 1
    }
    var mantissa: Int64 = 0
    var exponent = 0
    var digits = 0
    var seenPoint = false
    while position < bytes.count {
      let byte = bytes[position]
      if (0x30...0x39).contains(byte) {
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(Int64(byte - 0x30))
        guard !overflow, !carry else { return nil }
        mantissa = sum
        digits += 1
        if seenPoint { exponent -= 1 }
      } else if byte == 0x2E, !seenPoint {
        seenPoint = true
      } else {
        break
      }
      position += 1
    }
    guard digits > 0 else { return nil }
    if position < bytes.count {
      guard let written = readExponent(bytes[position...]) else { return nil }
      exponent += written
    }
    guard abs(exponent) <= 300 else { return nil }
    return normalised(mantissa: negative ? -mantissa : mantissa, exponent: exponent)
  }

  /// Moves trailing zeros of the mantissa into the exponent; zero has exponent 0.
  static func normalised(mantissa: Int64, exponent: Int) -> Parts {
    guard mantissa != 0 else { return Parts(mantissa: 0, exponent: 0) }
    var mantissa = mantissa
    var exponent = exponent
    while mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
    return Parts(mantissa: mantissa, exponent: exponent)
  }

  private static func readExponent(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let mark = bytes.first, mark == 0x65 || mark == 0x45 else { return nil }
    let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    guard let value = Int(text), abs(value) <= 300 else { return nil }
    return value
  }
}
