public import Domain

/// Labelled stretches of text: 1 − F1, two spans matching where they have the same label and
/// overlap by at least `threshold`, matched one to one (F1: Hripcsak & Rothschild 2005).
///
/// Two empty lists are the same.
public struct SpanSetDistance: ValueDistance {
  private let threshold: Double

  /// - Parameter threshold: The least intersection over union of a match, above 0.
  public init(threshold: Double = 0.5) {
    self.threshold = threshold
  }

  public func between(_ one: Value, _ other: Value) -> Double {
    guard case .spans(let first) = one, case .spans(let second) = other, one != other else {
      return plain(one, other)
    }
    let candidates = RegionSweep.overlapping(
      first.map { RegionSweep.Extent(start: Double($0.start), end: Double($0.end)) },
      second.map { RegionSweep.Extent(start: Double($0.start), end: Double($0.end)) }
    ) { index, otherIndex in
      guard first[index].label == second[otherIndex].label else { return nil }
      let overlap = Self.overlap(first[index], second[otherIndex])
      return overlap >= threshold ? overlap : nil
    }
    let matched = RegionMatching.best(among: candidates).count
    return 1 - RegionMatching.f1(matched: matched, first: first.count, second: second.count)
  }

  /// Intersection over union of two stretches; two empty ones overlap where they are the same.
  public static func overlap(_ one: Domain.Span, _ other: Domain.Span) -> Double {
    let shared = min(one.end, other.end) - max(one.start, other.start)
    let union = max(one.end, other.end) - min(one.start, other.start)
    if union == 0 { return 1 }
    return shared <= 0 ? 0 : Double(shared) / Double(union)
  }
}
