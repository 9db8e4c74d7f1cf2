import Agreement
import Screen

/// A figure for people: a number, or a dot where there is none.
enum EstimateText {
  static func share(_ estimate: Estimate?) -> SafeText {
    SafeText(estimate?.value.map { Figures.share($0) } ?? "·")
  }

  /// `.31 to .47`, or a dot, also where there is no spread to tell one from.
  static func interval(_ estimate: Estimate) -> SafeText {
    SafeText(interval(estimate) { Figures.share($0) } ?? "·")
  }

  /// The same with another way to write a number; nil where there is no interval.
  static func interval(_ estimate: Estimate, _ number: (Double) -> String) -> String? {
    guard estimate.intervalStatus != .collapsed else { return nil }
    return estimate.interval95.map { "\(number($0.lower)) to \(number($0.upper))" }
  }

  /// The value and its interval, as two cells.
  static func cells(_ estimate: Estimate) -> [SafeText] {
    [share(estimate), interval(estimate)]
  }

  /// Three places, as coefficients are read to, without a zero before the point.
  static func places(_ value: Double) -> String {
    let text = Figures.fixed(value, places: 3)
    if text.hasPrefix("0.") { return String(text.dropFirst()) }
    return text.hasPrefix("−0.") ? "−" + text.dropFirst(2) : text
  }
}
