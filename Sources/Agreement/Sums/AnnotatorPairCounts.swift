/// A label × label table for each two annotators: one dense block for the codes that were
/// announced, while that is small, hashed for all others. So a single unit costs what it uses, and
/// so do many annotators with few common units.
struct AnnotatorPairCounts: Sendable {
  /// One cell: `first` is the annotator with the smaller code.
  struct Cell: Sendable {
    let first: Int
    let second: Int
    let firstLabel: Int
    let secondLabel: Int
    let count: Int

    /// Where the cell stands among all.
    var place: (Int, Int, Int, Int) { (first, second, firstLabel, secondLabel) }
  }

  private static let denseCells = 1 << 21

  private var dense: [Int] = []
  private var denseAnnotators = 0
  private var denseLabels = 0
  private var sparse = CountTable()

  /// Announces annotators and labels below the given numbers. O(cells).
  mutating func reserve(annotators: Int, labels: Int) {
    guard annotators > denseAnnotators || labels > denseLabels else { return }
    let annotators = max(annotators, denseAnnotators)
    let labels = max(labels, denseLabels)
    let table = labels.multipliedReportingOverflow(by: labels)
    let pairs = (annotators * (annotators - 1) / 2).multipliedReportingOverflow(
      by: table.partialValue)
    guard !table.overflow, !pairs.overflow, pairs.partialValue <= Self.denseCells else { return }
    let old = self
    denseAnnotators = annotators
    denseLabels = labels
    dense = Array(repeating: 0, count: pairs.partialValue)
    sparse = CountTable()
    old.visit { add($0) }
  }

  /// Adds the count of one cell.
  mutating func add(_ cell: Cell) {
    place(cell.count, cell.first, cell.second, cell.firstLabel, cell.secondLabel)
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
    if second < denseAnnotators, firstLabel < denseLabels, secondLabel < denseLabels {
      let pair = second * (second - 1) / 2 + first
      dense[(pair * denseLabels + firstLabel) * denseLabels + secondLabel] += count
    } else {
      sparse.add(
        count, first: UInt64(first) << 32 | UInt64(second),
        second: UInt64(firstLabel) << 32 | UInt64(secondLabel))
    }
  }

  /// The cells that are not zero, by annotators, then by labels. O(cells · log cells).
  func visit(_ body: (Cell) -> Void) {
    var cells = sparse.sorted().map { entry in
      Cell(
        first: Int(entry.first >> 32), second: Int(entry.first & 0xFFFF_FFFF),
        firstLabel: Int(entry.second >> 32), secondLabel: Int(entry.second & 0xFFFF_FFFF),
        count: entry.count)
    }
    if !dense.isEmpty {
      let isSorted = cells.isEmpty
      appendDense(to: &cells)
      if !isSorted { cells.sort { $0.place < $1.place } }
    }
    for cell in cells { body(cell) }
  }

  private func appendDense(to cells: inout [Cell]) {
    for first in 0..<denseAnnotators - 1 {
      for second in first + 1..<denseAnnotators {
        let base = (second * (second - 1) / 2 + first) * denseLabels * denseLabels
        for index in 0..<denseLabels * denseLabels where dense[base + index] != 0 {
          cells.append(
            Cell(
              first: first, second: second, firstLabel: index / denseLabels,
              secondLabel: index % denseLabels, count: dense[base + index]))
        }
      }
    }
  }
}
