/// A week of the calendar, from Monday to Sunday in UTC (ISO 8601).
public struct Week: Hashable, Comparable, Sendable {
  /// Weeks since the one that holds 1970-01-01.
  public let number: Int

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
