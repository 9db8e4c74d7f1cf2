public import Domain

/// Labelled boxes: 1 − F1, two boxes matching where they have the same label and overlap by at
/// least `threshold`, matched one to one. Two empty lists are the same.
public struct BoxSetDistance: ValueDistance {
  private let threshold: Double

  /// - Parameter threshold: The least intersection over union of a match, above 0.
  public init(threshold: Double = 0.5) {
    self.threshold = threshold
  }

  public func between(_ one: Value, _ other: Value) -> Double {
    guard case .boxes(let first) = one, case .boxes(let second) = other, one != other else {
      return plain(one, other)
    }
    let outlines = first.map { BoxOutline($0) }
    let others = second.map { BoxOutline($0) }
    let candidates = RegionSweep.overlapping(
      outlines.map(\.horizontal), others.map(\.horizontal)
    ) { index, otherIndex in
      guard first[index].label == second[otherIndex].label else { return nil }
      let same = first[index] == second[otherIndex]
      let overlap = same ? 1 : Self.overlap(outlines[index], others[otherIndex])
      return overlap >= threshold ? overlap : nil
    }
    let matched = RegionMatching.best(among: candidates).count
    return 1 - RegionMatching.f1(matched: matched, first: first.count, second: second.count)
  }

  /// Intersection over union of two boxes, whatever their labels; 0 where the union has no area.
  public static func overlap(_ one: Box, _ other: Box) -> Double {
    overlap(BoxOutline(one), BoxOutline(other))
  }

  static func overlap(_ one: BoxOutline, _ other: BoxOutline) -> Double {
    let shared = one.shared(with: other)
    let union = one.area + other.area - shared
    return union > 0 && shared.isFinite && union.isFinite ? shared / union : 0
  }
}
