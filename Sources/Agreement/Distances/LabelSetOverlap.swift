import Domain

/// The sizes that every distance of label sets is made of.
struct LabelSetOverlap {
  let first: Int
  let second: Int
  let shared: Int

  /// Two values as sets, a label being the set of itself; nil for other kinds.
  init?(_ one: Value, _ other: Value) {
    guard let first = Self.labels(one), let second = Self.labels(other) else { return nil }
    self.first = first.count
    self.second = second.count
    shared = first.intersection(second).count
  }

  /// |A ∩ B| / |A ∪ B|; 1 for two empty sets (Jaccard 1901).
  var jaccard: Double {
    let union = first + second - shared
    return union == 0 ? 1 : Double(shared) / Double(union)
  }

  private static func labels(_ value: Value) -> Set<LabelID>? {
    switch value {
    case .label(let label): [label]
    case .labels(let labels): Set(labels)
    case .number, .ranking, .spans, .boxes, .text, .abstained: nil
    }
  }
}
