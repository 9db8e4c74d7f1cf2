/// Reads the usual spellings of a time without making text of them: seconds or milliseconds since
/// 1970, and `2026-01-31T12:00:00Z` with or without milliseconds.
enum PlainInstant {
  /// Milliseconds since 1970; nil where a closer look is needed.
  static func milliseconds(_ text: UnsafeRawBufferPointer) -> Int64? {
    switch text.count {
    case 9, 10: return digits(text, 0, text.count).map { $0 * 1000 }
    case 12, 13: return digits(text, 0, text.count)
    case 20, 24: return moment(text)
    default: return nil
    }
  }

  private static func moment(_ text: UnsafeRawBufferPointer) -> Int64? {
    let marks = text[4] == 0x2D && text[7] == 0x2D && text[10] == 0x54 && text[13] == 0x3A
    guard marks, text[16] == 0x3A, text[text.count - 1] == 0x5A,
      let year = digits(text, 0, 4), let month = digits(text, 5, 2), let day = digits(text, 8, 2),
      let hour = digits(text, 11, 2), let minute = digits(text, 14, 2),
      let second = digits(text, 17, 2)
    else { return nil }
    // The last days of a month and leap seconds are left to the reader that knows them.
    guard year >= 1600, 1...12 ~= month, 1...28 ~= day, hour < 24, minute < 60, second < 60 else {
      return nil
    }
    var fraction: Int64 = 0
    if text.count == 24 {
      guard text[19] == 0x2E, let found = digits(text, 20, 3) else { return nil }
      fraction = found
    }
    let seconds = days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
    return seconds * 1000 + fraction
  }

  /// Days since 1970, years counted from March so that the leap day is a year's last.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }

  private static func digits(
    _ text: UnsafeRawBufferPointer, _ from: Int, _ count: Int
  ) -> Int64? {
    var number: Int64 = 0
    for index in from..<from + count {
      let digit = text[index] &- 0x30
      guard digit < 10 else { return nil }
      number = number * 10 + Int64(digit)
    }
    return number
  }
}
