import Domain

/// Reads the small vocabulary of cells that are no labels.
enum CellReading {
  /// 1, true, yes, x and their opposites; nil for anything else.
  static func truth(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "1", "1.0", "true", "yes", "y", "x": true
    case "", "0", "0.0", "false", "no", "n": false
    default: nil
    }
  }

  /// A time as exports write it, or seconds or milliseconds since 1970 (ten and thirteen digits).
  static func instant(_ text: String) -> Instant? {
    let isWhole = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard isWhole, let number = Int64(text) else { return Instant(text) }
    switch text.utf8.count {
    case 9...10: return Instant(milliseconds: number * 1000)
    case 12...13: return Instant(milliseconds: number)
    default: return Instant(text)
    }
  }

  /// Seconds with their fraction as whole milliseconds; nil for what is no duration.
  static func milliseconds(_ seconds: String) -> Int? {
    guard let number = Number(seconds) else { return nil }
    return milliseconds(number.double)
  }

  static func milliseconds(_ seconds: Double) -> Int? {
    let milliseconds = (seconds * 1000).rounded()
    guard milliseconds >= 0, milliseconds < 9_007_199_254_740_992 else { return nil }
    return Int(milliseconds)
  }

  /// Several texts as one id: parted by `|`, which is escaped where it stands in one of them.
  static func composed(_ parts: [String]) -> String {
    parts.map { part in
      part.replacing("\\", with: "\\\\").replacing("|", with: "\\|")
    }.joined(separator: "|")
  }
}
