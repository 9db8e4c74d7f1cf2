/// The label × label counts of two annotators where they are stored: a square of bytes, and what does
/// not fit in there. Valid as long as the visit that hands it over.
struct PairCells {
  /// The annotator with the smaller code.
  let first: Int
  let second: Int
  /// The side of the square.
  private let labels: Int
  private let dense: UnsafePointer<Int8>?
  /// By the labels, which may be those of a cell of the square.
  private let beyond: ArraySlice<CountTable.Entry>

  init(
    key: UInt64, labels: Int, dense: UnsafePointer<Int8>?, beyond: ArraySlice<CountTable.Entry>
  ) {
    first = Int(key >> 32)
    second = Int(key & 0xFFFF_FFFF)
    self.labels = labels
    self.dense = dense
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
    if let dense, !isSquareEmpty(dense) || !beyond.isEmpty {
      for row in 0..<labels {
        for column in 0..<labels {
          var count = Int(dense[row &* labels &+ column])
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
    margins.clear(labels: labels)
    if let dense, !isSquareEmpty(dense) { margins.add(square: dense, labels: labels) }
    for entry in beyond {
      margins.add(
        row: Int(entry.second >> 32), column: Int(entry.second & 0xFFFF_FFFF),
        count: entry.count)
    }
  }

  /// Most pairs of many annotators have nothing in common.
  private func isSquareEmpty(_ dense: UnsafePointer<Int8>) -> Bool {
    let square = UnsafeRawBufferPointer(start: dense, count: labels &* labels)
    var place = 0
    while place &+ 8 <= square.count {
      if square.loadUnaligned(fromByteOffset: place, as: UInt64.self) != 0 { return false }
      place &+= 8
    }
    while place < square.count {
      if square[place] != 0 { return false }
      place &+= 1
    }
    return true
  }
}
