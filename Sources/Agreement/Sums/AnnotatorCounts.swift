/// Counts by annotator and label, and by two annotators and their two labels.
struct AnnotatorCounts: Sendable {
  /// Announced annotators and labels have a place each while the table has no more than these.
  private static let denseLabels = 256
  private static let denseCells = 1 << 22

  let keepsPairs: Bool
  /// By announced annotator, then label.
  private var dense: [Int] = []
  private var denseAnnotators = 0
  private var width = 0
  private var sparse = CountTable()
  private var pairs = AnnotatorPairCounts()

  init(keepsPairs: Bool) {
    self.keepsPairs = keepsPairs
  }

  /// Announces annotators and labels below the given numbers, and how many ratings to expect, where
  /// that is known. O(cells).
  mutating func reserve(annotators: Int, labels: Int, ratings: Int? = nil) {
    let rows = max(annotators, denseAnnotators)
    let columns = max(min(labels, Self.denseLabels), width)
    if rows * columns > denseAnnotators * width, rows * columns <= Self.denseCells {
      let old = self
      dense = Array(repeating: 0, count: rows * columns)
      denseAnnotators = rows
      width = columns
      sparse = CountTable()
      old.visitRatings { add($2, annotator: $0, label: $1) }
    }
    if keepsPairs { pairs.reserve(annotators: annotators, labels: labels, ratings: ratings) }
  }

  /// Counts the ratings of one unit whose annotators are known. O(r²) with pairs, else O(r).
  mutating func add(_ unit: Span<UnitRating>, times: Int) {
    for index in unit.indices where unit[index].annotator >= 0 {
      let rating = unit[index]
      add(times, annotator: Int(rating.annotator), label: Int(rating.label))
      guard keepsPairs else { continue }
      for earlier in 0..<index where unit[earlier].annotator >= 0 {
        pairs.add(times, unit[earlier], rating)
      }
    }
  }

  /// Counts the units of a part.
  mutating func add(_ part: borrowing PartUnits) {
    for rating in part.ratings where rating.annotator >= 0 {
      add(1, annotator: Int(rating.annotator), label: Int(rating.label))
    }
    if keepsPairs { pairs.add(part) }
  }

  @inline(__always)
  mutating func add(_ count: Int, annotator: Int, label: Int) {
    if annotator < denseAnnotators, label < width {
      dense[annotator &* width &+ label] += count
    } else {
      sparse.add(count, first: UInt64(annotator), second: UInt64(label))
    }
  }

  mutating func add(_ cell: AnnotatorPairCounts.Cell) {
    guard keepsPairs else { return }
    pairs.add(cell)
  }

  mutating func merge(_ other: AnnotatorCounts) {
    other.visitRatings { add($2, annotator: $0, label: $1) }
    if keepsPairs { pairs.merge(other.pairs) }
  }

  /// Annotator, label and count, where it is not zero, in ascending order.
  func visitRatings(_ body: (_ annotator: Int, _ label: Int, _ count: Int) -> Void) {
    let beyond = sparse.sorted()
    var next = 0
    func drain(below annotator: Int) {
      while next < beyond.count, beyond[next].first < UInt64(annotator) {
        body(Int(beyond[next].first), Int(beyond[next].second), beyond[next].count)
        next += 1
      }
    }
    for annotator in 0..<denseAnnotators {
      drain(below: annotator)
      for label in 0..<width where dense[annotator * width + label] != 0 {
        body(annotator, label, dense[annotator * width + label])
      }
      drain(below: annotator + 1)
    }
    drain(below: Int.max)
  }

  /// The cells of all pairs that are not zero, by annotators, then by labels.
  func visitPairCells(_ body: (AnnotatorPairCounts.Cell) -> Void) {
    pairs.visit(body)
  }

  /// The counts of every two annotators, by their codes, some of them without a count.
  func visitTables(_ body: (PairCells) -> Void) {
    pairs.visitTables(body)
  }

  /// Every two annotators with a common unit, by their codes.
  func visitMargins(_ body: (_ first: Int, _ second: Int, _ margins: PairMarginSums) -> Void) {
    pairs.visitMargins(body)
  }
}
