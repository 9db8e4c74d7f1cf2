/// Spells amounts without a locale.
enum Decimals {
  /// Milliseconds as seconds with as many decimals as are needed.
  static func seconds(_ milliseconds: Int) -> String {
    let whole = milliseconds / 1000
    let rest = abs(milliseconds % 1000)
    guard rest > 0 else { return String(whole) }
    var digits = String(rest)
    digits = String(repeating: "0", count: 3 - digits.utf8.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(whole).\(digits)"
  }

  /// The shortest digits that read back as the same number.
  static func shortest(_ number: Double) -> String {
    JSONText.real(number).text()
  }
}
