public import Domain

/// Label sets: 1 − |A ∩ B| / |A ∪ B|. Two empty sets are the same (Jaccard 1901).
public struct JaccardDistance: ValueDistance {
  public init() {}

  public func between(_ one: Value, _ other: Value) -> Double {
    guard let overlap = LabelSetOverlap(one, other) else { return plain(one, other) }
    return 1 - overlap.jaccard
  }
}
