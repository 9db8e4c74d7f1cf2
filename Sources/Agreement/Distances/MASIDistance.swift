public import Domain

/// Label sets: 1 − J·M, J the Jaccard index and M 1 for equal sets, 2/3 where one contains the
/// other, 1/3 where they overlap, 0 where they are disjoint (Passonneau 2006).
public struct MASIDistance: ValueDistance {
  public init() {}

  public func between(_ one: Value, _ other: Value) -> Double {
    guard let overlap = LabelSetOverlap(one, other) else { return plain(one, other) }
    return 1 - overlap.jaccard * Self.monotonicity(overlap)
  }

  private static func monotonicity(_ overlap: LabelSetOverlap) -> Double {
    let smaller = min(overlap.first, overlap.second)
    if overlap.first == overlap.second, overlap.shared == smaller { return 1 }
    if overlap.shared == smaller { return 2.0 / 3 }
    return overlap.shared > 0 ? 1.0 / 3 : 0
  }
}
