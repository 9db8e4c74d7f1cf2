/// How far two units are apart for γ: α·position + β·label (Mathet, Widlöcher & Métivier 2015,
/// section 4.3).
public struct GammaDissimilarity: Equatable, Sendable {
  /// The weight of position.
  public let position: Double
  /// The weight of the label.
  public let label: Double
  /// What it costs that a unit has no partner, Δ∅.
  public let empty: Double

  /// - Parameters:
  ///   - position: α of the paper, not negative.
  ///   - label: β of the paper, not negative.
  ///   - empty: Δ∅, above 0.
  public init(position: Double = 1, label: Double = 1, empty: Double = 1) {
    precondition(position >= 0 && label >= 0 && empty > 0, "weights are not negative")
    self.position = position
    self.label = label
    self.empty = empty
  }

  /// ((|Δstart| + |Δend|) / (sum of the lengths))² Δ∅.
  func positional(_ one: CodedSpan, _ other: CodedSpan) -> Double {
    let apart = abs(one.start - other.start) + abs(one.end - other.end)
    guard apart > 0 else { return 0 }
    let lengths = one.length + other.length
    guard lengths > 0 else { return .infinity }
    let share = Double(apart) / Double(lengths)
    return share * share * empty
  }

  func between(_ one: CodedSpan, _ other: CodedSpan) -> Double {
    let place = position == 0 ? 0 : position * positional(one, other)
    return place + (one.label == other.label ? 0 : label * empty)
  }
}
