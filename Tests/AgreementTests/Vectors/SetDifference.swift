/// Distances between sets, written out plainly (Passonneau 2006).
enum SetDifference {
  static func jaccard(_ one: Set<String>, _ other: Set<String>) -> Double {
    guard !one.isEmpty || !other.isEmpty else { return 0 }
    return 1 - Double(one.intersection(other).count) / Double(one.union(other).count)
  }

  static func masi(_ one: Set<String>, _ other: Set<String>) -> Double {
    guard !one.isEmpty || !other.isEmpty else { return 0 }
    let monotonicity =
      if one == other { 1.0 } else if one.isSubset(of: other) || other.isSubset(of: one) {
        2.0 / 3
      } else if one.isDisjoint(with: other) { 0.0 } else { 1.0 / 3 }
    return 1 - (1 - jaccard(one, other)) * monotonicity
  }
}
