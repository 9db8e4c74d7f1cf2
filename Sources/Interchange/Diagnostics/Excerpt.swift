import Domain

/// Offending bytes as printable ASCII.
enum Excerpt {
  static let limit = 60

  /// Escapes every byte outside printable ASCII as `\xNN`, quotes and backslashes with a backslash,
  /// and cuts after 60 bytes of input.
  static func text(of bytes: UnsafeRawBufferPointer) -> String {
    var output = "\""
    for byte in bytes.prefix(limit) {
      switch byte {
      case UInt8(ascii: "\""): output += "\\\""
      case UInt8(ascii: "\\"): output += "\\\\"
      case 0x20..<0x7F: output.unicodeScalars.append(Unicode.Scalar(byte))
      default: output += "\\x" + Hexadecimal.text(of: [byte])
      }
    }
    return output + (bytes.count > limit ? "…\"" : "\"")
  }

  static func text(of string: String) -> String {
    var copy = string
    return copy.withUTF8 { text(of: UnsafeRawBufferPointer($0)) }
  }
}
