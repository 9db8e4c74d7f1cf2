public import Domain

/// The distance that goes with each kind of value: labels by their scale, label sets by Jaccard,
/// numbers by their declared range, regions by matching, texts by edits.
public struct StandardDistance: ValueDistance {
  private let labels: any ValueDistance
  private let numbers: any ValueDistance
  private let sets: any ValueDistance
  private let rankings = RankingDistance()
  private let spans: SpanSetDistance
  private let boxes: BoxSetDistance
  private let texts = TextDistance()

  /// - Parameters:
  ///   - scale: How labels and numbers relate to each other.
  ///   - order: The labels of an ordinal scale, from one end to the other.
  ///   - range: What an interval scale spans; without it numbers are only equal or different.
  ///   - threshold: The least overlap of regions that count as the same.
  public init(
    scale: Scale = .nominal, order: [LabelID] = [], range: ClosedRange<Double>? = nil,
    threshold: Double = 0.5
  ) {
    labels = scale == .ordinal ? OrdinalDistance(labels: order) : NominalDistance()
    sets = JaccardDistance()
    spans = SpanSetDistance(threshold: threshold)
    boxes = BoxSetDistance(threshold: threshold)
    switch (scale, range) {
    case (.ratio, _): numbers = RatioDistance()
    case (.interval, let range?), (.ordinal, let range?): numbers = IntervalDistance(range: range)
    default: numbers = NominalDistance()
    }
  }

  public func between(_ one: Value, _ other: Value) -> Double {
    switch one {
    case .label:
      if case .labels = other { return sets.between(one, other) }
      return labels.between(one, other)
    case .labels: return sets.between(one, other)
    case .number: return numbers.between(one, other)
    case .ranking: return rankings.between(one, other)
    case .spans: return spans.between(one, other)
    case .boxes: return boxes.between(one, other)
    case .text: return texts.between(one, other)
    case .abstained: return plain(one, other)
    }
  }
}
