/// The clipboard of whoever sits at the terminal, reached by a sequence that the terminal carries out
/// (OSC 52): it works over ssh, and nothing is read back.
struct Clipboard {
  /// Longer texts are cut off or refused by terminals.
  static let limit = 50_000

  private let isOffered: Bool

  /// - Parameter type: the value of `TERM`. Terminals of other kinds would print the sequence.
  init(type: String) {
    let kinds = [
      "xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "kitty", "wezterm", "ghostty",
      "contour", "st-", "konsole", "iterm", "vte", "gnome", "mintty",
    ]
    isOffered = kinds.contains { type.hasPrefix($0) }
  }

  /// The bytes to send; nil where the terminal cannot, or the text is too long for it.
  func sequence(for text: String) -> [UInt8]? {
    guard isOffered, text.utf8.count <= Self.limit else { return nil }
    return Array("\u{1B}]52;c;".utf8) + Self.base64(Array(text.utf8)) + [0x07]
  }

  private static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(
          place <= group.count ? digits[value >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return text
  }
}
