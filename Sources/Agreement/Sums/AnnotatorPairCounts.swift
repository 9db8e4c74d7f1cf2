/// A label × label table for each two annotators: one dense block while that is small, hashed
/// beyond, so that many annotators with few common units cost what they use.
struct AnnotatorPairCounts: Sendable {
  /// One cell: `first` is the annotator with the smaller code.
  struct Cell: Sendable {
    let first: Int
    let second: Int
    let firstLabel: Int
    let secondLabel: Int
    let count: Int
  }

  private static let denseCells = 1 << 21

  private var dense: [Int] = []
  private var annotatorCapacity = 0
  private var labelCapacity = 0
  private var sparse: CountTable?

  /// Makes room for annotators and labels below the given numbers.
  mutating func reserve(annotators: Int, labels: Int) {
    guard sparse == nil, annotators > annotatorCapacity || labels > labelCapacity else { return }
    let annotators = max(annotators, annotatorCapacity)
    let labels = max(labels, labelCapacity)
    let table = labels.multipliedReportingOverflow(by: labels)
    let pairs = (annotators * (annotators - 1) / 2).multipliedReportingOverflow(
      by: table.partialValue)
    let fits = !table.overflow && !pairs.overflow && pairs.partialValue <= Self.denseCells
    let old = self
    annotatorCapacity = annotators
    labelCapacity = labels
    dense = fits ? Array(repeating: 0, count: pairs.partialValue) : []
    sparse = fits ? nil : CountTable()
    old.visit { cell in
      add(cell.count, cell.first, cell.second, cell.firstLabel, cell.secondLabel)
    }
  }

  /// Counts two ratings of one unit; two ratings of the same annotator are no pair.
  @inline(__always)
  mutating func add(_ count: Int, _ one: UnitRating, _ other: UnitRating) {
    if one.annotator < other.annotator {
      place(
        count, Int(one.annotator), Int(other.annotator), Int(one.label), Int(other.label))
    } else if other.annotator < one.annotator {
      place(
        count, Int(other.annotator), Int(one.annotator), Int(other.label), Int(one.label))
    }
  }

  @inline(__always)
  private mutating func place(
    _ count: Int, _ first: Int, _ second: Int, _ firstLabel: Int, _ secondLabel: Int
  ) {
    let labels = max(firstLabel, secondLabel) + 1
    if sparse == nil, second >= annotatorCapacity || labels > labelCapacity {
      let annotators =
        second < annotatorCapacity ? annotatorCapacity : max(second + 1, annotatorCapacity * 2)
      reserve(
        annotators: annotators,
        labels: labels <= labelCapacity ? labelCapacity : max(labels, labelCapacity * 2))
    }
    add(count, first, second, firstLabel, secondLabel)
  }

  @inline(__always)
  private mutating func add(
    _ count: Int, _ first: Int, _ second: Int, _ firstLabel: Int, _ secondLabel: Int
  ) {
    if sparse == nil {
      let pair = second * (second - 1) / 2 + first
      dense[(pair * labelCapacity + firstLabel) * labelCapacity + secondLabel] += count
    } else {
      sparse?.add(
        count, first: UInt64(first) << 32 | UInt64(second),
        second: UInt64(firstLabel) << 32 | UInt64(secondLabel))
    }
  }

  /// The cells that are not zero, by annotators, then by labels.
  func visit(_ body: (Cell) -> Void) {
    if let sparse {
      for entry in sparse.sorted() {
        body(
          Cell(
            first: Int(entry.first >> 32), second: Int(entry.first & 0xFFFF_FFFF),
            firstLabel: Int(entry.second >> 32), secondLabel: Int(entry.second & 0xFFFF_FFFF),
            count: entry.count))
      }
      return
    }
    for first in 0..<max(annotatorCapacity - 1, 0) {
      for second in first + 1..<annotatorCapacity {
        visitTable(first, second, body)
      }
    }
  }

  private func visitTable(_ first: Int, _ second: Int, _ body: (Cell) -> Void) {
    let base = (second * (second - 1) / 2 + first) * labelCapacity * labelCapacity
    for index in 0..<labelCapacity * labelCapacity where dense[base + index] != 0 {
      body(
        Cell(
          first: first, second: second, firstLabel: index / labelCapacity,
          secondLabel: index % labelCapacity, count: dense[base + index]))
    }
  }
}
