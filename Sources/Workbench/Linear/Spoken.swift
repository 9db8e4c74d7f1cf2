import Screen

/// The program's own signs as words, for those who listen; nothing but ASCII is left of them.
enum Spoken {
  /// A line of the program's own: signs of states are left out or said, points and dashes are plain.
  static func line(_ text: SafeText) -> String { line(text.plain) }

  static func line(_ text: String) -> String {
    var spoken = text
    for (sign, words) in signs { spoken = spoken.replacing(sign, with: words) }
    return spoken.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }

  /// Parts that are not empty, with commas between them.
  static func list(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static let signs: [(String, String)] = [
    (" · ", ", "), (" ↔ ", " against "), (" › ", ", "), ("…", "..."), ("−", "-"), ("–", "-"),
    ("×", ""), ("✓", ""), ("∅", ""), ("≈", ""), ("§", ""), ("●", ""), ("▌", ""), ("▏", ""),
    ("○", ""), ("◆", "model "), ("↑", ""), ("↓", ""), ("•", ""), ("━", ""), ("─", ""), ("│", ""),
    ("·", ""), ("≤", "at most "), ("≥", "at least "), ("α", "alpha"),
  ]
}
