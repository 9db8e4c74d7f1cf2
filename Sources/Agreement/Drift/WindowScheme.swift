/// How time, or the order of batches, is cut into windows.
public enum WindowScheme: Hashable, Sendable {
  /// Hours since 1970, UTC, in blocks of so many.
  case hours(Int)
  /// Days, UTC.
  case day
  /// Weeks from Monday, UTC.
  case week
  /// Windows that the caller numbers: batches, guideline versions.
  case numbered

  private static let hour: Int64 = 3_600_000
  /// 1970-01-01 was a Thursday.
  private static let mondayShift: Int64 = 3 * 24 * 3_600_000

  private var length: Int64? {
    switch self {
    case .hours(let count): Int64(max(1, count)) * Self.hour
    case .day: 24 * Self.hour
    case .week: 7 * 24 * Self.hour
    case .numbered: nil
    }
  }

  private var shift: Int64 { self == .week ? Self.mondayShift : 0 }

  /// The window of a time in milliseconds since 1970; nil where windows are numbered.
  public func window(at time: Int64) -> Int? {
    guard let length, time != VoteTable.noTime else { return nil }
    let (quotient, rest) = (time / length, time % length)
    // With the shift added afterwards nothing can overflow.
    let late = (rest < 0 ? rest + length : rest) + shift >= length
    return Int(rest < 0 ? quotient - 1 : quotient) + (late ? 1 : 0)
  }

  /// When a window begins, in milliseconds since 1970; nil where windows are numbered, or where that
  /// is before all time.
  public func start(of window: Int) -> Int64? {
    guard let length else { return nil }
    let (begin, isTooFar) = Int64(window).multipliedReportingOverflow(by: length)
    let (shifted, isTooEarly) = begin.subtractingReportingOverflow(shift)
    return isTooFar || isTooEarly ? nil : shifted
  }
}
