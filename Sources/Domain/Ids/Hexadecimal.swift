/// Lower-case hexadecimal text.
public enum Hexadecimal {
  /// Whether `text` is exactly `digits` lower-case hexadecimal digits.
  public static func isLowercase(_ text: String, digits: Int) -> Bool {
    var count = 0
    for byte in text.utf8 {
      guard (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) else { return false }
      count += 1
    }
    return count == digits
  }

  /// The sixteen digits of a 64-bit number.
  public static func text(of number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Two digits a byte.
  public static func text(of bytes: some Sequence<UInt8>) -> String {
    let alphabet = Array("0123456789abcdef".utf8)
    var output: [UInt8] = []
    for byte in bytes {
      output.append(alphabet[Int(byte >> 4)])
      output.append(alphabet[Int(byte & 15)])
    }
    return String(decoding: output, as: UTF8.self)
  }
}
