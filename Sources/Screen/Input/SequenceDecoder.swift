/// Tells keys from the bytes that a terminal sends, where no library does it: arrows and their like
/// come as sequences that begin with an escape.
package struct SequenceDecoder {
  private var held: [UInt8] = []

  package init() {}

  /// Takes what was read in one go and yields what it holds.
  ///
  /// A sequence that is cut by the end of what was read is held until more comes; an escape alone is
  /// passed on, for it is a key.
  package mutating func read(_ bytes: [UInt8]) -> [RawInput] {
    var rest = (held + bytes)[...]
    held = []
    var found: [RawInput] = []
    while let first = rest.first {
      guard first == 0x1B, rest.count > 1 else {
        found.append(Self.single(rest.removeFirst()))
        continue
      }
      guard let length = Self.length(of: rest) else {
        held = Array(rest)
        return found
      }
      let sequence = Array(rest.prefix(length))
      rest.removeFirst(length)
      found += length == 1 ? [.scalar("\u{1B}")] : [Self.meaning(of: sequence)]
    }
    return found
  }

  private static func single(_ byte: UInt8) -> RawInput {
    byte == 0x1B ? .scalar("\u{1B}") : .byte(byte)
  }

  /// The bytes of the sequence that `bytes` begins with; 1 where it is an escape before something else;
  /// nil where its end is missing.
  private static func length(of bytes: ArraySlice<UInt8>) -> Int? {
    let body = bytes.dropFirst(2)
    switch bytes[bytes.startIndex + 1] {
    case UInt8(ascii: "["):
      guard let end = body.firstIndex(where: { (0x40...0x7E).contains($0) }) else {
        return body.count < longest ? nil : 1
      }
      return end - bytes.startIndex + 1
    case UInt8(ascii: "O"): return body.isEmpty ? 1 : 3
    default: return 1
    }
  }

  private static func meaning(of sequence: [UInt8]) -> RawInput {
    let text = String(decoding: sequence.dropFirst(2), as: UTF8.self)
    switch text {
    case "A": return .key(.up)
    case "B": return .key(.down)
    case "C": return .key(.right)
    case "D": return .key(.left)
    case "H", "1~", "7~": return .key(.home)
    case "F", "4~", "8~": return .key(.end)
    case "2~": return .key(.insert)
    case "3~": return .key(.delete)
    case "5~": return .key(.pageUp)
    case "6~": return .key(.pageDown)
    case "Z": return .key(.backtab)
    case "M" where sequence[1] == UInt8(ascii: "O"): return .key(.enter)
    case "200~": return .pasteBegin
    case "201~": return .pasteEnd
    default: return .unknown
    }
  }

  /// Longer than any sequence that means something here.
  private static let longest = 16
}
