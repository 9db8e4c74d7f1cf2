/// How often two different labels met within a unit: a triangle of integers for the first labels,
/// hashed beyond them, so that thousands of labels cost what they use.
struct LabelPairCounts: Sendable {
  /// Labels with a smaller code than this one have a place in the triangle.
  static let denseLabels = 128

  struct Cell: Sendable {
    let lower: Int
    let upper: Int
    let count: Int
  }

  private var triangle: [Int] = []
  private var sparse = CountTable()

  /// Makes room for labels below `count`. O(new cells).
  mutating func reserve(labels count: Int) {
    let dense = min(count, Self.denseLabels)
    let cells = dense * (dense - 1) / 2
    guard cells > triangle.count else { return }
    triangle.append(contentsOf: repeatElement(0, count: cells - triangle.count))
  }

  /// Adds `count` for two different labels, for which there is room.
  @inline(__always)
  mutating func add(_ count: Int, _ first: Int, _ second: Int) {
    let upper = max(first, second)
    let lower = min(first, second)
    if upper < Self.denseLabels {
      triangle[upper * (upper - 1) / 2 + lower] += count
    } else {
      sparse.add(count, first: UInt64(upper), second: UInt64(lower))
    }
  }

  /// Adds to every label the values of all others, each times how often the two met. O(cells).
  ///
  /// - Parameters:
  ///   - values: By label code; below 2⁵⁴ in magnitude.
  ///   - sums: By label code.
  func addProducts(
    of values: UnsafeBufferPointer<Int64>, to sums: UnsafeMutableBufferPointer<Int128>
  ) {
    triangle.withUnsafeBufferPointer { cells in
      var index = 0
      var upper = 1
      while index < cells.count, upper < values.count {
        var own = Int128(0)
        let value = Int128(values[upper])
        for lower in 0..<upper {
          let count = Int128(cells[index + lower])
          own &+= Int128(values[lower]) &* count
          sums[lower] &+= value &* count
        }
        sums[upper] &+= own
        index += upper
        upper += 1
      }
    }
    guard !sparse.isEmpty else { return }
    for entry in sparse.sorted() {
      let (upper, lower, count) = (Int(entry.first), Int(entry.second), Int128(entry.count))
      sums[upper] &+= Int128(values[lower]) &* count
      sums[lower] &+= Int128(values[upper]) &* count
    }
  }

  /// The cells that are not zero, in a fixed order: by the larger code, then the smaller.
  func visit(_ body: (Cell) -> Void) {
    var index = 0
    var upper = 1
    while index < triangle.count {
      for lower in 0..<upper {
        let count = triangle[index + lower]
        if count != 0 { body(Cell(lower: lower, upper: upper, count: count)) }
      }
      index += upper
      upper += 1
    }
    for entry in sparse.sorted() {
      body(Cell(lower: Int(entry.second), upper: Int(entry.first), count: entry.count))
    }
  }
}
