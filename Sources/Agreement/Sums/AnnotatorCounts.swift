/// Counts by annotator and label, and by two annotators and their two labels.
struct AnnotatorCounts: Sendable {
  /// Labels with a smaller code than this one have a place in an announced annotator's row.
  private static let denseLabels = 256

  let keepsPairs: Bool
  /// By announced annotator, then label.
  private var rows: [[Int]] = []
  private var sparse = CountTable()
  private var pairs = AnnotatorPairCounts()

  init(keepsPairs: Bool) {
    self.keepsPairs = keepsPairs
  }

  /// Announces annotators and labels below the given numbers. O(cells).
  mutating func reserve(annotators: Int, labels: Int) {
    if annotators > rows.count {
      let old = self
      rows = Array(
        repeating: Array(repeating: 0, count: min(labels, Self.denseLabels)), count: annotators)
      sparse = CountTable()
      old.visitRatings { add($2, annotator: $0, label: $1) }
    }
    if keepsPairs { pairs.reserve(annotators: annotators, labels: labels) }
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

  mutating func add(_ count: Int, annotator: Int, label: Int) {
    guard annotator < rows.count, label < Self.denseLabels else {
      sparse.add(count, first: UInt64(annotator), second: UInt64(label))
      return
    }
    if label >= rows[annotator].count {
      let missing = label + 1 - rows[annotator].count
      rows[annotator].append(contentsOf: repeatElement(0, count: missing))
    }
    rows[annotator][label] += count
  }

  mutating func add(_ cell: AnnotatorPairCounts.Cell) {
    guard keepsPairs else { return }
    pairs.add(cell)
  }

  mutating func merge(_ other: AnnotatorCounts) {
    other.visitRatings { add($2, annotator: $0, label: $1) }
    guard keepsPairs else { return }
    other.visitPairCells { add($0) }
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
    for annotator in rows.indices {
      drain(below: annotator)
      for (label, count) in rows[annotator].enumerated() where count != 0 {
        body(annotator, label, count)
      }
      drain(below: annotator + 1)
    }
    drain(below: Int.max)
  }

  /// The cells of all pairs that are not zero, by annotators, then by labels.
  func visitPairCells(_ body: (AnnotatorPairCounts.Cell) -> Void) {
    pairs.visit(body)
  }
}
