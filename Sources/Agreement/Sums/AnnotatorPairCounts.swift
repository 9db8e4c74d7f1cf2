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

  /// The dense block is no larger than this, a byte a cell.
  private static let denseCells = 1 << 24
  /// With so many cells for each rating the dense block costs more than hashing.
  private static let cellsPerRating = 400
  /// The dense block where nobody says how many ratings there will be.
  private static let usualCells = 1 << 23

  /// Counts; what goes beyond a byte is counted in `sparse` under the same place. Nearly all counts
  /// are small, and a table that fits the processor's cache is counted into several times as fast:
  /// so the cells of equal labels, which most ratings fall into, come first and stand together, pair
  /// by pair; then each pair's square of labels, the places of its diagonal left empty.
  private var dense: [Int8] = []
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
    dense = LargePages.zeros(squares + pairs.partialValue)
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
    let squares = Int32(squares)
    var full: [Int] = []
    dense.withUnsafeMutableBufferPointer { dense in
      part.visit { unit in
        for index in unit.indices where unit[index].annotator >= 0 {
          let one = unit[index]
          for earlier in 0..<index {
            let other = unit[earlier]
            guard other.annotator >= 0 else { continue }
            // Which of two comes first is a toss-up, which a branch would guess wrong half of the time.
            let exchange: Int32 = 0 &- (one.annotator < other.annotator ? 1 : 0)
            let labelBits = (one.label ^ other.label) & exchange
            let first = min(one.annotator, other.annotator)
            let second = max(one.annotator, other.annotator)
            let pair = (second &* (second &- 1)) &>> 1 &+ first
            let row = pair &* labels &+ (other.label ^ labelBits)
            let place = squares &+ row &* labels &+ (one.label ^ labelBits)
            let cell = Int(one.label == other.label ? row : place)
            let count = dense[cell]
            if count == .max { full.append(cell) }
            dense[cell] = count == .max ? 0 : count &+ 1
          }
        }
      }
    }
    for cell in full { spill(Int(Int8.max) + 1, cell) }
  }

  /// Adds what others counted. O(cells).
  mutating func merge(_ other: AnnotatorPairCounts) {
    guard other.denseAnnotators == denseAnnotators, other.denseLabels == denseLabels
    else { return other.visit { add($0) } }
    var start = 0
    while start < dense.count {
      let end = min(start + Self.block, dense.count)
      if !addBlock(other, start..<end) {
        for index in start..<end { add(Int(other.dense[index]), at: index) }
      }
      start = end
    }
    for entry in other.sparse.sorted() {
      sparse.add(entry.count, first: entry.first, second: entry.second)
    }
  }

  /// Cells that are added at once.
  private static let block = 512

  /// Adds a block of cells; false, and nothing is added, where a sum goes beyond a byte.
  private mutating func addBlock(_ other: AnnotatorPairCounts, _ range: Range<Int>) -> Bool {
    dense.withUnsafeMutableBufferPointer { dense in
      other.dense.withUnsafeBufferPointer { other in
        var signs: Int8 = 0
        for index in range {
          let sum = dense[index] &+ other[index]
          signs |= (dense[index] ^ sum) & (other[index] ^ sum)
        }
        guard signs >= 0 else { return false }
        for index in range { dense[index] &+= other[index] }
        return true
      }
    }
  }

  private func isDense(annotators: Int, labels: Int) -> Bool {
    !dense.isEmpty && annotators <= denseAnnotators && labels <= denseLabels
  }

  @inline(__always)
  private mutating func place(
    _ count: Int, _ first: Int, _ second: Int, _ firstLabel: Int, _ secondLabel: Int
  ) {
    if second < denseAnnotators, firstLabel < denseLabels, secondLabel < denseLabels {
      let row = (second * (second - 1) / 2 + first) * denseLabels + firstLabel
      add(
        count, at: firstLabel == secondLabel ? row : squares + row * denseLabels + secondLabel)
    } else {
      addSparse(count, first, second, firstLabel, secondLabel)
    }
  }

  @inline(__always)
  private mutating func add(_ count: Int, at index: Int) {
    guard let sum = Int8(exactly: Int(dense[index]) + count) else { return spill(count, index) }
    dense[index] = sum
  }

  /// Counts what has no room in its dense cell.
  @inline(never)
  private mutating func spill(_ count: Int, _ index: Int) {
    let row = index < squares ? index : (index - squares) / denseLabels
    let firstLabel = row % denseLabels
    let secondLabel = index < squares ? firstLabel : (index - squares) % denseLabels
    let pair = row / denseLabels
    var second = 1
    while (second + 1) * second / 2 <= pair { second += 1 }
    addSparse(count, pair - second * (second - 1) / 2, second, firstLabel, secondLabel)
  }

  /// Where the squares begin.
  private var squares: Int { denseAnnotators * (denseAnnotators - 1) / 2 * denseLabels }

  private mutating func addSparse(
    _ count: Int, _ first: Int, _ second: Int, _ firstLabel: Int, _ secondLabel: Int
  ) {
    sparse.add(
      count, first: UInt64(first) << 32 | UInt64(second),
      second: UInt64(firstLabel) << 32 | UInt64(secondLabel))
  }

  /// The cells that are not zero, by annotators, then by labels. O(cells), those that are not in the
  /// dense block sorted.
  func visit(_ body: (Cell) -> Void) {
    visitTables { pair in
      pair.visit { row, column, count in
        body(
          Cell(
            first: pair.first, second: pair.second, firstLabel: row, secondLabel: column,
            count: count))
      }
    }
  }

  /// The counts of every two annotators, by their codes; those announced come even without a count.
  func visitTables(_ body: (PairCells) -> Void) {
    let beyond = sparse.sorted()
    var next = 0
    func run(_ key: UInt64) -> ArraySlice<CountTable.Entry> {
      let start = next
      while next < beyond.count, beyond[next].first == key { next += 1 }
      return beyond[start..<next]
    }
    func drain(below key: UInt64) {
      while next < beyond.count, beyond[next].first < key {
        let pair = beyond[next].first
        body(PairCells(key: pair, square: nil, beyond: run(pair)))
      }
    }
    dense.withUnsafeBufferPointer { dense in
      guard let start = dense.baseAddress, !dense.isEmpty else { return }
      for first in 0..<denseAnnotators - 1 {
        for second in first + 1..<denseAnnotators {
          let key = UInt64(first) << 32 | UInt64(second)
          drain(below: key)
          let pair = second * (second - 1) / 2 + first
          body(
            PairCells(
              key: key,
              square: PairSquare(
                labels: denseLabels, diagonal: start + pair * denseLabels,
                others: start + squares + pair * denseLabels * denseLabels),
              beyond: run(key)))
        }
      }
    }
    drain(below: .max)
  }
}
