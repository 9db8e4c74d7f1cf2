import Domain
import Screen

/// A moment as lists tell it: the time where it was today, else the day, else the month.
enum LogMoment {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `14:50`, `11 May` or `2025-05`: seven cells at most, in UTC.
  static func short(_ moment: Instant, now: Instant) -> SafeText {
    let text = moment.text
    let today = now.text
    if text.prefix(10) == today.prefix(10) { return SafeText(String(text.dropFirst(11).prefix(5))) }
    guard text.prefix(4) == today.prefix(4), let month = Int(text.dropFirst(5).prefix(2)),
      let day = Int(text.dropFirst(8).prefix(2)), (1...12).contains(month)
    else { return SafeText(String(text.prefix(7))) }
    return SafeText("\(day) \(months[month - 1])")
  }
}
