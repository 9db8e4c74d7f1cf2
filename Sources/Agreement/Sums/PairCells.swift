/// The label × label counts of two annotators where they are stored: a square of bytes, and what does
/// not fit in there. Valid as long as the visit that hands it over.
struct PairCells {
  /// The annotator with the smaller code.
  let first: Int
  let second: Int
  private let square: PairSquare?
  /// By the labels, which may be those of a cell of the square.
  private let beyond: ArraySlice<CountTable.Entry>

  /// - Parameter key: Both codes, the smaller one in the upper half.
  init(key: UInt64, square: PairSquare?, beyond: ArraySlice<CountTable.Entry>) {
    first = Int(key >> 32)
    second = Int(key & 0xFFFF_FFFF)
    self.square = square
    self.beyond = beyond
  }

  /// The cells that are not zero, by labels.
  func visit(_ body: (_ row: Int, _ column: Int, _ count: Int) -> Void) {
    var next = beyond.startIndex
    func drain(below place: UInt64) {
      while next < beyond.endIndex, beyond[next].second < place {
        body(
          Int(beyond[next].second >> 32), Int(beyond[next].second & 0xFFFF_FFFF),
          beyond[next].count)
        next += 1
      }
    }
    if let square, !beyond.isEmpty || !square.isEmpty {
      for row in 0..<square.labels {
        for column in 0..<square.labels {
          var count = square[row, column]
          if next < beyond.endIndex {
            let place = UInt64(row) << 32 | UInt64(column)
            drain(below: place)
            if next < beyond.endIndex, beyond[next].second == place {
              count += beyond[next].count
              next += 1
            }
          }
          if count != 0 { body(row, column, count) }
        }
      }
    }
    drain(below: .max)
  }

  /// Adds up the counts by the label of each annotator.
  func sum(into margins: inout PairMarginSums) {
    margins.clear(labels: square?.labels ?? 0)
    if let square, !square.isEmpty { margins.add(square) }
    for entry in beyond {
      margins.add(
        row: Int(entry.second >> 32), column: Int(entry.second & 0xFFFF_FFFF),
        count: entry.count)
    }
  }
}
