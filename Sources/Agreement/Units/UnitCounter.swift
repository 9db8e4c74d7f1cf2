/// Counts units from ratings that come part by part: all ratings of an item in one part.
///
/// A part is grouped by a counting sort; each unit then counts for its pattern of labels and for
/// every two of its annotators. What depends on labels alone is summed up at the end, from the
/// patterns, of which there are far fewer than units. Counters of different parts merge, in any order,
/// without changing a bit of the result.
public struct UnitCounter: Sendable {
  /// What was counted.
  public struct Totals: Sendable {
    public let sums: AgreementSums
    public let patterns: PatternCounts
    public let repeats: Repeats
  }

  private let detail: AnnotatorDetail
  private let annotatorCount: Int
  private let labelCount: Int
  private var patterns: PatternTally
  private var annotators: AnnotatorCounts
  private var repeats: RepeatTally
  private var part = PartUnits()
  /// By annotator: one more than the last unit, of all parts, in which a rating of theirs was seen.
  private var seen: [Int]
  private var unitsBefore = 0

  /// - Parameters:
  ///   - annotators: One more than the largest annotator code.
  ///   - labels: One more than the largest label code.
  ///   - ratings: How many ratings there will be, as far as is known: tables that are large beside
  ///     them are not laid out densely.
  ///   - policy: Which rating counts where an annotator rated a unit more than once.
  public init(
    detail: AnnotatorDetail = .pairs, annotators: Int, labels: Int, ratings: Int,
    keeping policy: RepeatPolicy = .last
  ) {
    self.detail = detail
    annotatorCount = annotators
    labelCount = labels
    patterns = PatternTally(labels: labels)
    self.annotators = AnnotatorCounts(keepsPairs: detail == .pairs)
    if detail != .none {
      self.annotators.reserve(annotators: annotators, labels: labels, ratings: ratings)
    }
    repeats = RepeatTally(policy: policy)
    seen = Array(repeating: 0, count: annotators)
  }

  /// Counts a part: for each rating the codes of item, annotator (−1 where unknown) and label, in
  /// order of arrival. O(ratings + items + pairs within units), repeats in addition O(m log m) in
  /// their unit.
  ///
  /// - Parameters:
  ///   - itemCount: One more than the largest item code; items of other parts may have the same
  ///     codes.
  ///   - times: When each rating was given, which decides which of two is the later; empty: the
  ///     order of arrival does.
  public mutating func add(
    items: Span<Int32>, itemCount: Int, annotators: Span<Int32>, labels: Span<Int32>,
    times: Span<Int64>
  ) {
    precondition(
      items.count == annotators.count && items.count == labels.count
        && (times.isEmpty || times.count == items.count),
      "a part's columns have the same length")
    part.group(
      items, itemCount, annotators, labels, annotatorCount: annotatorCount, labelCount: labelCount)
    dropRepeats(items, times)
    part.visit { patterns.add($0) }
    if detail != .none { self.annotators.add(part) }
  }

  /// Counts what another counter of the same annotators and labels counted, of other parts.
  public mutating func merge(_ other: UnitCounter) {
    precondition(
      other.annotatorCount == annotatorCount && other.labelCount == labelCount,
      "counters that merge share their codes")
    patterns.merge(other.patterns)
    annotators.merge(other.annotators)
    repeats.merge(other.repeats)
  }

  /// Everything that was counted. O(patterns).
  public consuming func totals() -> Totals {
    let patterns = patterns.counts()
    return Totals(
      sums: AgreementSums(
        patterns: patterns, labels: labelCount, annotators: annotators, detail: detail),
      patterns: patterns, repeats: repeats.outcome)
  }

  private mutating func dropRepeats(_ items: Span<Int32>, _ times: Span<Int64>) {
    let first = unitsBefore
    unitsBefore += part.count
    guard part.hasRepeats(&seen, unitsBefore: first) else { return }
    var arrivals: [Int64] = []
    for index in times.indices { arrivals.append(times[index]) }
    part.replaceEach(items) { unit, places in
      let known = unit.lazy.map(\.annotator).filter { $0 >= 0 }
      guard Set(known).count != known.count else { return nil }
      return repeats.filter(
        Array(unit), times: arrivals.isEmpty ? [] : places.map { arrivals[Int($0)] })
    }
  }
}
