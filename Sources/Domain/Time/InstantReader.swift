/// Reads the few forms of ISO 8601 that exports use; see `Instant.init?(_:)`.
struct InstantReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func read() -> Int64? {
    guard let date = readDate() else { return nil }
    let start = date.daysSinceEpoch * 86_400_000
    if position == bytes.count { return start }
    guard take("T") || take("t") || take(" ") else { return nil }
    guard let time = readTime(), let zone = readZone(), position == bytes.count else { return nil }
    return start + time - zone
  }

  private mutating func readDate() -> CivilDate? {
    guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2)
    else { return nil }
    let date = CivilDate(year: year, month: month, day: day)
    guard (1...12).contains(month), day >= 1, day <= date.daysInMonth else { return nil }
    return date
  }

  private mutating func readTime() -> Int64? {
    guard let hour = number(2), hour < 24, take(":"), let minute = number(2), minute < 60 else {
      return nil
    }
    var time = hour * 3_600_000 + minute * 60_000
    guard take(":") else { return time }
    guard let second = number(2), second < 61 else { return nil }
    time += min(second, 59) * 1000
    guard take(".") || take(",") else { return time }
    guard let fraction = readFraction() else { return nil }
    return time + fraction
  }

  /// Digits after the point; what lies below a millisecond is dropped.
  private mutating func readFraction() -> Int64? {
    var scale: Int64 = 100
    var value: Int64 = 0
    var digits = 0
    while position < bytes.count, let digit = digit(bytes[position]) {
      value += digit * scale
      scale /= 10
      digits += 1
      position += 1
    }
    return digits > 0 ? value : nil
  }

  private mutating func readZone() -> Int64? {
    if position == bytes.count || take("Z") || take("z") { return 0 }
    let sign: Int64
    if take("+") {
      sign = 1
    } else if take("-") {
      sign = -1
    } else {
      return nil
    }
    guard let hours = number(2), hours < 24 else { return nil }
    _ = take(":")
    let minutes = position == bytes.count ? 0 : number(2)
    guard let minutes, minutes < 60 else { return nil }
    return sign * (hours * 3_600_000 + minutes * 60_000)
  }

  private mutating func number(_ width: Int) -> Int64? {
    guard position + width <= bytes.count else { return nil }
    var value: Int64 = 0
    for offset in 0..<width {
      guard let digit = digit(bytes[position + offset]) else { return nil }
      value = value * 10 + digit
    }
    position += width
    return value
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private func digit(_ byte: UInt8) -> Int64? {
    (0x30...0x39).contains(byte) ? Int64(byte - 0x30) : nil
  }
}
