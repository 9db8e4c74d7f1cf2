/// A week of the calendar, from Monday to Sunday in UTC (ISO 8601).
public struct Week: Hashable, Comparable, Sendable {
  /// Weeks since the one that holds 1970-01-01.
  public let number: Int

  /// The week with a number.
  public init(number: Int) {
    self.number = number
  }

  /// Reads the form `2026-W07`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let year = Int64(parts[0]), (0...9999).contains(year),
      parts[1].utf8.first == UInt8(ascii: "W"), let week = Int(parts[1].dropFirst()),
      (1...53).contains(week)
    else { return nil }
    // Weeks are counted by their Thursdays, and 1970-01-01 was one.
    let first = CivilDate(year: year, month: 1, day: 1).daysSinceEpoch
    number = Int((first + 6).flooredQuotient(7)) + week - 1
    guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
  }

  /// The week of a moment.
  public init(_ moment: Instant) {
    // 1970-01-01 was a Thursday, three days after its Monday.
    let days = moment.milliseconds.flooredQuotient(86_400_000)
    number = Int((days + 3).flooredQuotient(7))
  }

  /// The form `2026-W07`. A week belongs to the year of its Thursday.
  public var text: String {
    let thursday = Int64(number) * 7
    let year = CivilDate(daysSinceEpoch: thursday).year
    let first = CivilDate(year: year, month: 1, day: 1).daysSinceEpoch
    let week = String((thursday - first) / 7 + 1)
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "-W"
      + String(repeating: "0", count: 2 - week.utf8.count) + week
  }

  public static func < (left: Week, right: Week) -> Bool { left.number < right.number }
}
