/// Durations as the log spells them: seconds, with at most three digits after the point and no
/// trailing zeros.
enum Seconds {
  static func text(milliseconds: Int) -> String {
    let sign = milliseconds < 0 ? "-" : ""
    let (whole, rest) = milliseconds.magnitude.quotientAndRemainder(dividingBy: 1000)
    guard rest > 0 else { return sign + String(whole) }
    var digits = String(rest + 1000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return sign + String(whole) + "." + digits
  }

  /// - Returns: nil for every spelling but the one that `text` gives.
  static func milliseconds(_ spelled: String) -> Int? {
    let parts = spelled.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts[0].utf8.count <= 15, let whole = Int(parts[0]) else { return nil }
    var rest = 0
    if parts.count == 2 {
      guard (1...3).contains(parts[1].utf8.count), let digits = Int(parts[1]) else { return nil }
      rest = digits * [100, 10, 1][parts[1].utf8.count - 1]
    }
    let negative = spelled.utf8.first == UInt8(ascii: "-")
    let milliseconds = whole * 1000 + (negative ? -rest : rest)
    return text(milliseconds: milliseconds) == spelled ? milliseconds : nil
  }
}
