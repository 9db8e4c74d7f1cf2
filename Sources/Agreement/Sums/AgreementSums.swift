/// Everything the coefficients need to know about the ratings, as integers.
///
/// The sums are stratified by the number of ratings in a unit. They add, subtract and merge
/// exactly, so the order of units, of threads and of edits never changes a bit of a result; every
/// coefficient divides last. Two sums are equal if they count the same, however they came about.
///
/// With d labels and r ratings in a unit, adding or subtracting it costs O(d² + r), or O(r²) where
/// pairs of annotators are counted.
public struct AgreementSums: Sendable {
  /// What is counted by annotator.
  public let detail: AnnotatorDetail

  /// By ascending number of ratings; a stratum may have become empty.
  private(set) var strata: [Stratum] = []
  private(set) var annotators: AnnotatorCounts
  private var histogram = UnitHistogram()
  private var labelCapacity = 0

  /// Sums over no unit.
  public init(detail: AnnotatorDetail = .pairs) {
    self.detail = detail
    annotators = AnnotatorCounts(keepsPairs: detail == .pairs)
  }

  /// Sums of what was counted by pattern and, apart from it, by annotator. O(patterns).
  init(
    patterns: PatternCounts, labels: Int, annotators: AnnotatorCounts, detail: AnnotatorDetail
  ) {
    self.detail = detail
    self.annotators = annotators
    labelCapacity = labels
    var unit: [UnitRating] = []
    patterns.visitUnordered { labels, units in
      unit.removeAll(keepingCapacity: true)
      for label in labels { unit.append(UnitRating(label: label)) }
      addLabels(unit.span, times: units)
    }
  }

  /// Announces annotators and labels with codes below these numbers, for which tables are laid out
  /// densely where that is small. Without it everything by annotator is hashed: right for a few
  /// units, slow for millions. O(cells).
  public mutating func reserve(annotators count: Int, labels: Int) {
    labelCapacity = max(labelCapacity, labels)
    annotators.reserve(annotators: count, labels: labels)
  }

  /// Counts one unit: at most one rating of each annotator, in any order.
  ///
  /// A unit without a rating counts for nothing.
  public mutating func add(_ unit: Span<UnitRating>, times: Int = 1) {
    guard !unit.isEmpty else { return }
    addLabels(unit, times: times)
    if detail != .none { annotators.add(unit, times: times) }
  }

  /// Counts what does not depend on who rated.
  private mutating func addLabels(_ unit: Span<UnitRating>, times: Int) {
    histogram.fill(unit)
    let index = stratum(size: unit.count)
    strata[index].add(histogram, times: times)
    histogram.clear()
  }

  /// Takes away a unit that was added as it is now.
  public mutating func subtract(_ unit: Span<UnitRating>) {
    add(unit, times: -1)
  }

  /// Counts one unit, as `add(_:times:)` of its span.
  public mutating func add(_ unit: [UnitRating], times: Int = 1) {
    add(unit.span, times: times)
  }

  /// Takes away a unit that was added as it is now.
  public mutating func subtract(_ unit: [UnitRating]) {
    add(unit.span, times: -1)
  }

  /// Counts what other sums counted. O(their cells).
  public mutating func merge(_ other: AgreementSums) {
    for stratum in other.strata {
      strata[self.stratum(size: stratum.size)].merge(stratum)
    }
    if detail != .none { annotators.merge(other.annotators) }
  }

  /// The same sums over units with exactly `size` ratings, nothing counted by annotator.
  func restricted(toSize size: Int) -> AgreementSums {
    var sums = AgreementSums(detail: .none)
    sums.strata = strata.filter { $0.size == size }
    return sums
  }

  /// Changes the sums of units with `size` ratings, for the reader of rows.
  mutating func modifyStratum(size: Int, labels: Int, _ change: (inout Stratum) -> Void) {
    let index = stratum(size: size)
    strata[index].reserve(labels: labels)
    change(&strata[index])
  }

  /// Changes the counts by annotator, for the reader of rows.
  mutating func modifyAnnotators(_ change: (inout AnnotatorCounts) -> Void) {
    guard detail != .none else { return }
    change(&annotators)
  }

  private mutating func stratum(size: Int) -> Int {
    var low = 0
    var high = strata.count
    while low < high {
      let middle = (low + high) / 2
      if strata[middle].size < size { low = middle + 1 } else { high = middle }
    }
    if low == strata.count || strata[low].size != size {
      var stratum = Stratum(size: size)
      stratum.reserve(labels: labelCapacity)
      strata.insert(stratum, at: low)
    }
    return low
  }
}
