/// How numbers and times are printed, on every screen and in every table.
///
/// Nothing depends on a locale or a time zone. Minus is `−`, shares have no leading zero, thousands
/// are parted by a blank, times are UTC.
package enum Figures {
  /// A share or coefficient with two places: `.31`, `−.07`, `1.00`; `·` where it is undefined.
  package static func share(_ value: Double) -> String {
    guard value.isFinite else { return "·" }
    let text = fixed(value, places: 2)
    if text.hasPrefix("0.") { return String(text.dropFirst()) }
    if text.hasPrefix("−0.") { return "−" + text.dropFirst(2) }
    return text
  }

  /// A change of a share: as `share`, and always with its sign; no change is `±.00`.
  package static func change(_ value: Double) -> String {
    let text = share(value)
    guard value.isFinite else { return text }
    if text == ".00" { return "±.00" }
    return text.hasPrefix("−") ? text : "+" + text
  }

  /// A count: `1 204`.
  package static func count(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = value < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { text.append(" ") }
      text.append(digit)
    }
    return text
  }

  /// A change of a count, always with its sign; no change is `±0`.
  package static func change(_ value: Int) -> String {
    value > 0 ? "+" + count(value) : value == 0 ? "±0" : count(value)
  }

  /// Days left, negative where over due: `2 d`, `−3 d`.
  package static func days(_ value: Int) -> String { count(value) + " d" }

  /// A session's time as hours and minutes: `0:41`.
  package static func clock(minutes: Int) -> String {
    String(minutes / 60) + ":" + padded(minutes % 60, to: 2)
  }

  /// A number with a fixed count of places, rounded half away from zero; at most nine places.
  ///
  /// What rounds to zero has no sign. Magnitudes from 10⁹ on are printed as whole numbers.
  package static func fixed(_ value: Double, places: Int) -> String {
    guard value.isFinite else { return "·" }
    let count = min(max(0, places), 9)
    let unit = (0..<count).reduce(1.0) { power, _ in power * 10 }
    guard value.magnitude < 1e9 else { return whole(value) }
    let scaled = Int((value.magnitude * unit).rounded())
    let sign = value < 0 && scaled > 0 ? "−" : ""
    let divisor = Int(unit)
    let integer = sign + String(scaled / divisor)
    return count == 0 ? integer : integer + "." + padded(scaled % divisor, to: count)
  }

  /// The day of a moment in seconds since 1970, as `2025-03-07`.
  package static func day(ofSecond second: Int) -> String {
    let days = floored(second, by: 86_400)
    // Civil date from a day count, after Hinnant 2014, "chrono-Compatible Low-Level Date Algorithms".
    let shifted = days + 719_468
    let era = floored(shifted, by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return padded(year, to: 4) + "-" + padded(month, to: 2) + "-" + padded(day, to: 2)
  }

  /// The minute of a moment in seconds since 1970, as `2025-03-07 14:05`.
  package static func minute(ofSecond second: Int) -> String {
    let rest = second - floored(second, by: 86_400) * 86_400
    return day(ofSecond: second) + " " + padded(rest / 3600, to: 2) + ":"
      + padded(rest / 60 % 60, to: 2)
  }

  private static func whole(_ value: Double) -> String {
    let rounded = value.magnitude.rounded()
    guard let number = Int(exactly: rounded) else { return value < 0 ? "−∞" : "∞" }
    return (value < 0 ? "−" : "") + String(number)
  }

  private static func padded(_ value: Int, to width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }

  private static func floored(_ value: Int, by divisor: Int) -> Int {
    value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
  }
}
