/// A moment in UTC, to the millisecond. For people, never for order: order is the log's position.
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// The form `YYYY-MM-DDTHH:MM:SS.mmmZ`.
  public var text: String {
    let civil = CivilDate(daysSinceEpoch: milliseconds.flooredQuotient(86_400_000))
    let rest = milliseconds.flooredRemainder(86_400_000)
    let clock = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60]
      .map { Self.padded($0, 2) }.joined(separator: ":")
    return "\(civil.text)T\(clock).\(Self.padded(rest % 1000, 3))Z"
  }

  /// Reads ISO 8601 as exports write it: a date, then optionally `T` or a blank and a time, with an
  /// optional fraction and an optional zone (`Z`, `+02:00`); without a zone it is UTC.
  ///
  /// - Returns: nil where the text is no such moment.
  public init?(_ text: String) {
    var reader = InstantReader(Array(text.utf8))
    guard let milliseconds = reader.read() else { return nil }
    self.milliseconds = milliseconds
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.milliseconds < right.milliseconds
  }

  public func advanced(days: Int) -> Instant {
    Instant(milliseconds: milliseconds + Int64(days) * 86_400_000)
  }

  /// Whole days from `other` to this moment, rounded down: negative where this lies before.
  public func days(since other: Instant) -> Int {
    Int((milliseconds - other.milliseconds).flooredQuotient(86_400_000))
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension Int64 {
  /// Division that rounds towards minus infinity.
  func flooredQuotient(_ divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  /// What division towards minus infinity leaves: never negative for a positive divisor.
  func flooredRemainder(_ divisor: Int64) -> Int64 {
    self - flooredQuotient(divisor) * divisor
  }
}
