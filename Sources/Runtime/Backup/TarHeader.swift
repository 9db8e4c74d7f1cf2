import Domain

/// The 512 bytes before a file in a tar archive, as POSIX.1-1988 (ustar) lays them out. Sizes of 8 GiB
/// and more stand in base 256, as GNU tar writes them.
struct TarHeader: Hashable {
  static let size = 512

  let name: String
  let bytes: Int
  /// `0` for a plain file; what else there is, is only ever read.
  var type = UInt8(ascii: "0")

  /// Why 512 bytes are no header.
  enum Malformed: Error {
    case checksum
    case notUSTAR
    case name
    case size
  }

  init(name: String, bytes: Int) {
    self.name = name
    self.bytes = bytes
  }

  init(_ block: [UInt8]) throws(Malformed) {
    guard let stated = Self.octal(block[148..<156]), stated == Self.checksum(block) else {
      throw .checksum
    }
    guard block[257..<262].elementsEqual("ustar".utf8) else { throw .notUSTAR }
    // Names of ours are short; whoever splits one in two did not get it from us.
    let name = block[..<100].prefix { $0 != 0 }
    guard block[345] == 0, !name.isEmpty, let text = String(validating: name, as: UTF8.self) else {
      throw .name
    }
    guard let bytes = Self.count(block[124..<136]) else { throw .size }
    self.name = text
    self.bytes = bytes
    type = block[156] == 0 ? UInt8(ascii: "0") : block[156]
  }

  /// The header as it stands in an archive: the owner's to read and write, of no date.
  var block: [UInt8] {
    var block = [UInt8](repeating: 0, count: Self.size)
    func put(_ text: some Sequence<UInt8>, at start: Int) {
      for (offset, byte) in text.enumerated() { block[start + offset] = byte }
    }
    precondition(name.utf8.count <= 100, "names in a backup are ours, and short")
    put(name.utf8, at: 0)
    put("0000600\0".utf8, at: 100)
    put("0000000\0".utf8, at: 108)
    put("0000000\0".utf8, at: 116)
    put(Self.field(bytes), at: 124)
    put("00000000000\0".utf8, at: 136)
    put("        ".utf8, at: 148)
    block[156] = type
    put("ustar\u{0}00".utf8, at: 257)
    put(Self.digits(Self.checksum(block), width: 6) + Array("\0 ".utf8), at: 148)
    return block
  }

  /// Zeros after so many bytes of a file, up to the next block.
  static func padding(after bytes: Int) -> Int {
    (size - bytes % size) % size
  }

  /// The sum of all bytes, those of the sum itself counted as blanks.
  private static func checksum(_ block: [UInt8]) -> Int {
    block.enumerated().reduce(0) { sum, byte in
      sum + ((148..<156).contains(byte.offset) ? 0x20 : Int(byte.element))
    }
  }

  private static func field(_ value: Int) -> [UInt8] {
    guard value >= 1 << 33 else { return digits(value, width: 11) + [0] }
    var bytes = [UInt8](repeating: 0, count: 12)
    for place in 0..<8 { bytes[11 - place] = UInt8(truncatingIfNeeded: value >> (8 * place)) }
    bytes[0] = 0x80
    return bytes
  }

  private static func count(_ field: ArraySlice<UInt8>) -> Int? {
    guard field.first == 0x80 else { return octal(field) }
    let bytes = Array(field)
    guard bytes[1..<4].allSatisfy({ $0 == 0 }), bytes[4] < 0x80 else { return nil }
    return bytes[4...].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func digits(_ value: Int, width: Int) -> [UInt8] {
    let digits = Array(String(value, radix: 8).utf8)
    return [UInt8](repeating: UInt8(ascii: "0"), count: max(0, width - digits.count)) + digits
  }

  private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0 && $0 != 0x20 }
    guard !digits.isEmpty, digits.count <= 12 else { return nil }
    var value = 0
    for digit in digits {
      guard (0x30...0x37).contains(digit) else { return nil }
      value = value << 3 | Int(digit - 0x30)
    }
    return value
  }
}
