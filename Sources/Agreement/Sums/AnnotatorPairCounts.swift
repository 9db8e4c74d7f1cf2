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

  /// The dense block is no larger than this, four bytes a cell.
  private static let denseCells = 1 << 23
  /// With so many cells for each rating the dense block costs more than hashing.
  private static let cellsPerRating = 100
  /// The dense block where nobody says how many ratings there will be.
  private static let usualCells = 1 << 21

  /// Counts; what goes beyond 2³¹ is counted in `sparse` under the same place.
  private var dense: [Int32] = []
  private var denseAnnotators = 0
  private var denseLabels = 0
  private var sparse = CountTable()

  /// Announces annotators and labels below the given numbers. O(cells).
  mutating func reserve(annotators: Int, labels: Int, ratings: Int? = nil) {
    guard annotators > denseAnnotators || labels > denseLabels else { return }
    let annotators = max(annotators, denseAnnotators)
    let labels = max(labels, denseLabels)
    let limit =
      ratings.map {
        $0 > Self.denseCells / Self.cellsPerRating ? Self.denseCells : $0 * Self.cellsPerRating
      }
      ?? Self.usualCells
    let table = labels.multipliedReportingOverflow(by: labels)
    let pairs = (annotators * (annotators - 1) / 2).multipliedReportingOverflow(
      by: table.partialValue)
    guard !table.overflow, !pairs.overflow, pairs.partialValue <= limit else { return }
    let old = self
    denseAnnotators = annotators
    denseLabels = labels
    dense = LargePages.zeros(pairs.partialValue)
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

  /// Counts every two ratings of the units of a part.
  mutating func add(_ part: borrowing PartUnits) {
    guard isDense(annotators: part.annotatorCount, labels: part.labelCount) else {
      part.visit { unit in
        for index in unit.indices where unit[index].annotator >= 0 {
          for earlier in 0..<index where unit[earlier].annotator >= 0 {
            add(1, unit[earlier], unit[index])
          }
        }
      }
      return
    }
    let labels = Int32(denseLabels)
    dense.withUnsafeMutableBufferPointer { dense in
      part.visit { unit in
        for index in unit.indices where unit[index].annotator >= 0 {
          let one = unit[index]
          for earlier in 0..<index {
            let other = unit[earlier]
            guard other.annotator >= 0 else { continue }
            let isFirst = one.annotator < other.annotator
            let first = isFirst ? one : other
            let second = isFirst ? other : one
            let pair = (second.annotator &* (second.annotator &- 1)) &>> 1 &+ first.annotator
            let cell = (pair &* labels &+ first.label) &* labels &+ second.label
            dense[Int(cell)] += 1
          }
        }
      }
    }
  }

  /// Adds what others counted. O(cells).
  mutating func merge(_ other: AnnotatorPairCounts) {
    guard other.denseAnnotators == denseAnnotators, other.denseLabels == denseLabels,
      !dense.isEmpty, other.sparse.isEmpty
    else { return other.visit { add($0) } }
    guard sumsFit(other) else {
      for index in dense.indices { add(Int(other.dense[index]), at: index) }
      return
    }
    dense.withUnsafeMutableBufferPointer { dense in
      other.dense.withUnsafeBufferPointer { other in
        for index in 0..<min(dense.count, other.count) { dense[index] &+= other[index] }
      }
    }
  }

  /// Whether no sum of two dense cells goes beyond 2³¹.
  private func sumsFit(_ other: AnnotatorPairCounts) -> Bool {
    var signs: Int32 = 0
    dense.withUnsafeBufferPointer { dense in
      other.dense.withUnsafeBufferPointer { other in
        for index in 0..<min(dense.count, other.count) {
          let sum = dense[index] &+ other[index]
          signs |= (dense[index] ^ sum) & (other[index] ^ sum)
        }
      }
    }
    return signs >= 0
  }

  private func isDense(annotators: Int, labels: Int) -> Bool {
    !dense.isEmpty && annotators <= denseAnnotators && labels <= denseLabels
  }

  @inline(__always)
  private mutating func place(
    _ count: Int, _ first: Int, _ second: Int, _ firstLabel: Int, _ secondLabel: Int
  ) {
    if second < denseAnnotators, firstLabel < denseLabels, secondLabel < denseLabels {
      let pair = second * (second - 1) / 2 + first
      add(count, at: (pair * denseLabels + firstLabel) * denseLabels + secondLabel)
    } else {
      addSparse(count, first, second, firstLabel, secondLabel)
    }
  }

  @inline(__always)
  private mutating func add(_ count: Int, at index: Int) {
    guard let sum = Int32(exactly: Int(dense[index]) + count) else { return spill(count, index) }
    dense[index] = sum
  }

  /// Counts what has no room in its dense cell.
  @inline(never)
  private mutating func spill(_ count: Int, _ index: Int) {
    let cells = denseLabels * denseLabels
    let pair = index / cells
    var second = 1
    while (second + 1) * second / 2 <= pair { second += 1 }
    addSparse(
      count, pair - second * (second - 1) / 2, second, index % cells / denseLabels,
      index % denseLabels)
  }

  private mutating func addSparse(
    _ count: Int, _ first: Int, _ second: Int, _ firstLabel: Int, _ secondLabel: Int
  ) {
    sparse.add(
      count, first: UInt64(first) << 32 | UInt64(second),
      second: UInt64(firstLabel) << 32 | UInt64(secondLabel))
  }

  /// The cells that are not zero, by annotators, then by labels. O(cells · log cells).
  func visit(_ body: (Cell) -> Void) {
    guard !sparse.isEmpty else { return visitDense(body) }
    var cells = sparse.sorted().map { entry in
      Cell(
        first: Int(entry.first >> 32), second: Int(entry.first & 0xFFFF_FFFF),
        firstLabel: Int(entry.second >> 32), secondLabel: Int(entry.second & 0xFFFF_FFFF),
        count: entry.count)
    }
    if !dense.isEmpty {
      visitDense { cells.append($0) }
      cells.sort { $0.place < $1.place }
    }
    var next = 0
    while next < cells.count {
      let cell = cells[next]
      var count = 0
      while next < cells.count, cells[next].place == cell.place {
        count += cells[next].count
        next += 1
      }
      guard count != 0 else { continue }
      body(
        Cell(
          first: cell.first, second: cell.second, firstLabel: cell.firstLabel,
          secondLabel: cell.secondLabel, count: count))
    }
  }

  /// Hands over the table of every two announced annotators, the labels of the first by row; false
  /// where other cells were counted as well.
  func visitDensePairs(
    _ body: (_ first: Int, _ second: Int, _ labels: Int, UnsafePointer<Int32>) -> Void
  ) -> Bool {
    guard sparse.isEmpty else { return false }
    dense.withUnsafeBufferPointer { dense in
      guard let start = dense.baseAddress, !dense.isEmpty else { return }
      for first in 0..<denseAnnotators - 1 {
        for second in first + 1..<denseAnnotators {
          let pair = second * (second - 1) / 2 + first
          body(first, second, denseLabels, start + pair * denseLabels * denseLabels)
        }
      }
    }
    return true
  }

  private func visitDense(_ body: (Cell) -> Void) {
    guard !dense.isEmpty else { return }
    let cells = denseLabels * denseLabels
    dense.withUnsafeBufferPointer { dense in
      for first in 0..<denseAnnotators - 1 {
        for second in first + 1..<denseAnnotators {
          let base = (second * (second - 1) / 2 + first) * cells
          for index in 0..<cells where dense[base + index] != 0 {
            body(
              Cell(
                first: first, second: second, firstLabel: index / denseLabels,
                secondLabel: index % denseLabels, count: Int(dense[base + index])))
          }
        }
      }
    }
  }
}
