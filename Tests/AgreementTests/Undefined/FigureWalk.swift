import Agreement
import Testing

/// Walks through everything that a report holds and says what must not be there: a number that is
/// none, a figure without a value and without a reason, an interval that does not fit.
struct FigureWalk {
  private(set) var problems: [String] = []
  private(set) var estimates = 0

  /// - Parameter mayBeInfinite: Names of members that are borders or statistics without an end.
  init(_ report: Any, mayBeInfinite: Set<String> = []) {
    walk(report, "", mayBeInfinite)
  }

  private mutating func walk(_ value: Any, _ path: String, _ infinite: Set<String>) {
    switch value {
    case let estimate as Estimate:
      estimates += 1
      check(estimate, path)
    case let interval as Interval:
      if !interval.lower.isFinite || !interval.upper.isFinite || interval.lower > interval.upper {
        problems.append("\(path): \(interval)")
      }
    case let number as Double:
      let isAllowed = number.isInfinite && infinite.contains(where: { path.hasSuffix($0) })
      if !number.isFinite, !isAllowed { problems.append("\(path): \(number)") }
    default:
      for (place, child) in Mirror(reflecting: value).children.enumerated() {
        let name = child.label.map { $0 == "some" ? "" : ".\($0)" } ?? "[\(place)]"
        walk(child.value, path + name, infinite)
      }
    }
  }

  private mutating func check(_ estimate: Estimate, _ path: String) {
    func wrong(_ what: String) { problems.append("\(path): \(what) in \(estimate)") }
    for number in [
      estimate.value, estimate.observed, estimate.expected, estimate.standardError,
      estimate.nullStandardError, estimate.z,
    ] {
      if let number, !number.isFinite { wrong("\(number)") }
    }
    if let error = estimate.standardError, error < 0 { wrong("a negative error") }
    guard let value = estimate.value else {
      if estimate.status == .defined { wrong("no reason") }
      if estimate.explanation?.hasSuffix(".") != true { wrong("no sentence") }
      if estimate.interval95 != nil { wrong("an interval of nothing") }
      return
    }
    if estimate.status != .defined { wrong("a reason for a value") }
    guard let interval = estimate.interval95 else {
      if estimate.intervalStatus.explanation?.hasSuffix(".") != true { wrong("no reason") }
      return
    }
    if !interval.lower.isFinite || !interval.upper.isFinite || interval.lower > interval.upper {
      wrong("an interval of no numbers")
    }
    let slack = 1e-9 * max(1, value.magnitude)
    let isCentred = ![.percentile, .bca].contains(estimate.intervalStatus)
    if isCentred, value < interval.lower - slack || value > interval.upper + slack {
      wrong("an interval beside the value")
    }
  }
}
