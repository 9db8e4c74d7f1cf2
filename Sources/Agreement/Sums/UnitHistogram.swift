/// Working memory: how often each label occurs in the one unit at hand.
///
/// It is kept between units, so that counting a unit allocates nothing.
struct UnitHistogram: Sendable {
  private(set) var counts: [Int] = []
  private(set) var labels: [Int] = []

  /// Counts a unit's labels; afterwards `labels` names each label once. O(ratings).
  mutating func fill(_ unit: Span<UnitRating>) {
    for index in unit.indices {
      let label = Int(unit[index].label)
      precondition(label >= 0, "a label's code is never negative")
      if label >= counts.count {
        counts.append(contentsOf: repeatElement(0, count: label + 1 - counts.count))
      }
      if counts[label] == 0 { labels.append(label) }
      counts[label] += 1
    }
  }

  /// Forgets the unit. O(labels of the unit).
  mutating func clear() {
    for label in labels { counts[label] = 0 }
    labels.removeAll(keepingCapacity: true)
  }
}
