/// Writes canonical values as bytes: JSON with members in byte order, no white space, and only
/// `"`, `\` and U+0000–U+001F escaped (short forms for \b \t \n \f \r).
public enum Canonical {
  /// The one spelling of a value. O(length).
  public static func bytes(_ value: CanonicalValue) -> [UInt8] {
    var output: [UInt8] = []
    append(value, to: &output)
    return output
  }

  public static func bytes(_ object: CanonicalObject) -> [UInt8] {
    bytes(.object(object))
  }

  public static func text(_ value: CanonicalValue) -> String {
    String(decoding: bytes(value), as: UTF8.self)
  }

  public static func append(_ value: CanonicalValue, to output: inout [UInt8]) {
    switch value {
    case .string(let text): append(text, to: &output)
    case .integer(let number): output.append(contentsOf: String(number).utf8)
    case .boolean(let truth): output.append(contentsOf: (truth ? "true" : "false").utf8)
    case .array(let values): append(values, to: &output)
    case .object(let object): append(object, to: &output)
    }
  }

  private static func append(_ values: [CanonicalValue], to output: inout [UInt8]) {
    output.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      append(value, to: &output)
    }
    output.append(UInt8(ascii: "]"))
  }

  private static func append(_ object: CanonicalObject, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "{"))
    for (index, member) in object.members.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      append(member.name, to: &output)
      output.append(UInt8(ascii: ":"))
      append(member.value, to: &output)
    }
    output.append(UInt8(ascii: "}"))
  }

  private static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case 0x22: output.append(contentsOf: [0x5C, 0x22])
      case 0x5C: output.append(contentsOf: [0x5C, 0x5C])
      case 0x08: output.append(contentsOf: [0x5C, UInt8(ascii: "b")])
      case 0x09: output.append(contentsOf: [0x5C, UInt8(ascii: "t")])
      case 0x0A: output.append(contentsOf: [0x5C, UInt8(ascii: "n")])
      case 0x0C: output.append(contentsOf: [0x5C, UInt8(ascii: "f")])
      case 0x0D: output.append(contentsOf: [0x5C, UInt8(ascii: "r")])
      case 0x00..<0x20:
        output.append(contentsOf: "\\u00".utf8)
        output.append(contentsOf: Hexadecimal.text(of: [byte]).utf8)
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
