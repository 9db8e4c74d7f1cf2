/// Two names with `/` between them, as `pair:`, `said:` and `disagree:` have them.
///
/// A `/` that belongs to a name has a backslash in front, and so has a backslash before a `/` or
/// another backslash; every other backslash stands for itself.
public struct TwoNames: Hashable, Sendable {
  public let first: String
  public let second: String

  public init(_ first: String, _ second: String) {
    self.first = first
    self.second = second
  }

  /// Reads `text`.
  ///
  /// - Returns: nil where it is not two names, or one of them is empty.
  public init?(_ text: String) {
    var names = Self.names(in: text)
    // What was two names before there was a way to write a `/` stays two names.
    if names.count == 1 {
      names = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    }
    guard names.count == 2, names.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.init(names[0], names[1])
  }

  /// The form that is read back as these names.
  public var text: String {
    Self.escaped(first) + "/" + Self.escaped(second)
  }

  private static let slash = UInt8(ascii: "/")
  private static let backslash = UInt8(ascii: "\\")

  private static func names(in text: String) -> [String] {
    var names: [[UInt8]] = [[]]
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == slash {
        names.append([])
        continue
      }
      let isEscape = byte == backslash && (rest.first == slash || rest.first == backslash)
      names[names.count - 1].append(isEscape ? rest.removeFirst() : byte)
    }
    return names.map { String(decoding: $0, as: UTF8.self) }
  }

  /// A backslash is doubled where it would be taken for one that protects what follows.
  private static func escaped(_ name: String) -> String {
    let bytes = Array(name.utf8)
    var written: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : slash
      if byte == slash || byte == backslash && (next == slash || next == backslash) {
        written.append(backslash)
      }
      written.append(byte)
    }
    return String(decoding: written, as: UTF8.self)
  }
}
