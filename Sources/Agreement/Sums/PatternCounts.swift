/// How many units show each multiset of labels.
///
/// Units with the same labels are interchangeable in every coefficient that does not ask who
/// rated. There are far fewer patterns than units, so weighted standard errors, jackknife and
/// resampling over patterns cost the same however many units there are.
public struct PatternCounts: Sendable {
  private var counts: [[Int32]: Int] = [:]
  private var key: [Int32] = []

  /// No unit.
  public init() {}

  /// Counts one unit. O(r log r).
  public mutating func add(_ unit: Span<UnitRating>, times: Int = 1) {
    guard !unit.isEmpty else { return }
    key.removeAll(keepingCapacity: true)
    for index in unit.indices { key.append(unit[index].label) }
    key.sort()
    counts[key, default: 0] += times
    if counts[key] == 0 { counts[key] = nil }
  }

  /// Takes away a unit that was added.
  public mutating func subtract(_ unit: Span<UnitRating>) {
    add(unit, times: -1)
  }

  /// Counts one unit, as `add(_:times:)` of its span.
  public mutating func add(_ unit: [UnitRating], times: Int = 1) {
    add(unit.span, times: times)
  }

  /// Counts what other counts counted.
  public mutating func merge(_ other: PatternCounts) {
    for (pattern, units) in other.counts {
      counts[pattern, default: 0] += units
      if counts[pattern] == 0 { counts[pattern] = nil }
    }
  }

  /// The patterns in ascending order of their sorted labels. O(n log n).
  public func visit(_ body: (LabelPattern) -> Void) {
    for (key, units) in counts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      body(Self.pattern(key, units: units))
    }
  }

  private static func pattern(_ key: [Int32], units: Int) -> LabelPattern {
    var labels: [LabelPattern.Share] = []
    for label in key {
      if let last = labels.last, last.label == Int(label) {
        labels[labels.count - 1] = LabelPattern.Share(label: last.label, count: last.count + 1)
      } else {
        labels.append(LabelPattern.Share(label: Int(label), count: 1))
      }
    }
    return LabelPattern(labels: labels, units: units)
  }
}

extension PatternCounts: Equatable {
  /// True if both count the same.
  public static func == (one: PatternCounts, other: PatternCounts) -> Bool {
    one.counts == other.counts
  }
}
