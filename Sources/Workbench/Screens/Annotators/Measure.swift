/// A figure about a person, with how far it can be trusted.
package struct Measure: Hashable, Sendable {
  /// nil where it is undefined.
  package let value: Double?
  /// The 95 % interval; nil where there is none.
  package let interval: ClosedRange<Double>?
  /// How many cases it rests on.
  package let cases: Int
  /// Whether these are enough to judge by.
  package let isEnough: Bool

  package init(
    _ value: Double?, interval: ClosedRange<Double>? = nil, cases: Int, isEnough: Bool
  ) {
    self.value = value
    self.interval = interval
    self.cases = cases
    self.isEnough = isEnough
  }

  /// Nothing to measure.
  package static let none = Measure(nil, cases: 0, isEnough: false)

  /// The value where it rests on enough.
  package var judged: Double? { isEnough ? value : nil }
}
