/// One measured number beside its yardstick from the same round.
struct Figure {
  enum Unit: String {
    case seconds = "s"
    case milliseconds = "ms"
    case microseconds = "µs"
    case perSecond = "/s"
    case megabytesPerSecond = "MB/s"
    case megabytes = "MB"
    case percent = "%"
  }

  /// What was measured; figures of several rounds are pooled by it.
  let name: String
  let size: String
  let unit: Unit
  let value: Double
  /// What it is compared with.
  let yardstick: String
  /// The yardstick's value, in the same unit.
  let base: Double
  /// What was counted beside: rows, bytes, cells.
  var counts = ""

  var ratio: Double { value / base }
}
