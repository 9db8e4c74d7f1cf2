/// Reads canonical bytes back, and refuses everything that is not the one spelling of its value.
///
/// Strictness is what makes a hash over bytes a hash over meaning: no white space, members in byte
/// order, no second spelling of a string or a number, well-formed UTF-8.
public struct CanonicalReader {
  private let bytes: [UInt8]
  private var position = 0
  private let depthLimit: Int

  /// - Parameter depthLimit: how deep arrays and objects may stand in each other.
  public static func read(
    _ bytes: [UInt8], depthLimit: Int = 64
  ) throws(CanonicalError) -> CanonicalValue {
    guard Self.isWellFormed(bytes) else { throw .notUTF8 }
    var reader = CanonicalReader(bytes: bytes, depthLimit: depthLimit)
    let value = try reader.value(depth: 0)
    guard reader.position == bytes.count else { throw .trailingBytes(offset: reader.position) }
    return value
  }

  private init(bytes: [UInt8], depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  private static func isWellFormed(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  private mutating func value(depth: Int) throws(CanonicalError) -> CanonicalValue {
    guard depth <= depthLimit else { throw .tooDeep(offset: position) }
    guard position < bytes.count else { throw .unexpected(offset: position) }
    switch bytes[position] {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "t"):
      try literal("true")
      return .boolean(true)
    case UInt8(ascii: "f"):
      try literal("false")
      return .boolean(false)
    default: return .integer(try integer())
    }
  }

  private mutating func object(depth: Int) throws(CanonicalError) -> CanonicalObject {
    position += 1
    var members: [CanonicalObject.Member] = []
    if take("}") { return CanonicalObject() }
    repeat {
      let start = position
      let name = try string()
      if let last = members.last, !last.name.utf8.lexicographicallyPrecedes(name.utf8) {
        throw .membersOutOfOrder(offset: start)
      }
      guard take(":") else { throw .unexpected(offset: position) }
      members.append(CanonicalObject.Member(name: name, value: try value(depth: depth + 1)))
    } while take(",")
    guard take("}") else { throw .unexpected(offset: position) }
    return CanonicalObject(ordered: members)
  }

  private mutating func array(depth: Int) throws(CanonicalError) -> [CanonicalValue] {
    position += 1
    var values: [CanonicalValue] = []
    if take("]") { return values }
    repeat {
      values.append(try value(depth: depth + 1))
    } while take(",")
    guard take("]") else { throw .unexpected(offset: position) }
    return values
  }

  private mutating func integer() throws(CanonicalError) -> Int64 {
    let start = position
    if position < bytes.count, bytes[position] == UInt8(ascii: "-") { position += 1 }
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let number = Int64(text), String(number) == text, abs(number) <= 1 << 53 else {
      throw .unexpected(offset: start)
    }
    return number
  }

  private mutating func string() throws(CanonicalError) -> String {
    guard take("\"") else { throw .unexpected(offset: position) }
    // Mostly there is no escape, and nothing to copy together.
    var output: [UInt8] = []
    var start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        let rest = bytes[start..<(position - 1)]
        return String(decoding: output.isEmpty ? rest : (output + rest)[...], as: UTF8.self)
      }
      guard byte >= 0x20 else { throw .unexpected(offset: position) }
      if byte == UInt8(ascii: "\\") {
        output.append(contentsOf: bytes[start..<position])
        output.append(try escaped())
        start = position
      } else {
        position += 1
      }
    }
    throw .unexpected(offset: position)
  }

  /// The only escapes that the canonical form has.
  private mutating func escaped() throws(CanonicalError) -> UInt8 {
    let start = position
    guard position + 1 < bytes.count else { throw .unexpected(offset: start) }
    let mark = bytes[position + 1]
    position += 2
    switch mark {
    case UInt8(ascii: "\""): return 0x22
    case UInt8(ascii: "\\"): return 0x5C
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "u"): return try controlCharacter(start: start)
    default: throw .unexpected(offset: start)
    }
  }

  private mutating func controlCharacter(start: Int) throws(CanonicalError) -> UInt8 {
    guard position + 4 <= bytes.count else { throw .unexpected(offset: start) }
    let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
    position += 4
    let shortForms: Set<UInt8> = [0x08, 0x09, 0x0A, 0x0C, 0x0D]
    guard Hexadecimal.isLowercase(digits, digits: 4), let code = UInt8(digits, radix: 16),
      code < 0x20, !shortForms.contains(code)
    else { throw .unexpected(offset: start) }
    return code
  }

  private mutating func literal(_ text: String) throws(CanonicalError) {
    let end = position + text.utf8.count
    guard end <= bytes.count, bytes[position..<end].elementsEqual(text.utf8) else {
      throw .unexpected(offset: position)
    }
    position = end
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }
}
