/// The margins of every pair of annotators, found by the two codes in O(1).
struct PairMargins {
  /// Below this many annotators every possible pair has a place of its own.
  private static let denseAnnotators = 2048

  let tables: [MarginTable]
  private let annotatorCount: Int
  /// By the larger code's triangle: the place in `tables`, or −1.
  private var dense: [Int32] = []
  private var sparse: [UInt64: Int32] = [:]

  /// O(cells).
  init(_ sums: AgreementSums) {
    var tables: [MarginTable] = []
    var codes: [UInt64] = []
    var largest = -1
    sums.annotators.visitMargins { first, second, margins in
      tables.append(MarginTable(margins))
      codes.append(UInt64(first) << 32 | UInt64(second))
      largest = max(largest, second)
    }
    self.tables = tables
    annotatorCount = largest + 1
    if annotatorCount <= Self.denseAnnotators {
      dense = Array(repeating: -1, count: annotatorCount * max(annotatorCount - 1, 0) / 2)
    }
    for (place, pair) in codes.enumerated() {
      let first = Int(pair >> 32)
      let second = Int(pair & 0xFFFF_FFFF)
      if dense.isEmpty {
        sparse[pair] = Int32(place)
      } else {
        dense[second * (second - 1) / 2 + first] = Int32(place)
      }
    }
  }

  /// The place of two annotators, `first` the smaller code; nil without a common unit.
  func place(_ first: Int32, _ second: Int32) -> Int? {
    guard second < annotatorCount else { return nil }
    if dense.isEmpty {
      return sparse[UInt64(first) << 32 | UInt64(second)].map(Int.init)
    }
    let place = dense[Int(second) * (Int(second) - 1) / 2 + Int(first)]
    return place < 0 ? nil : Int(place)
  }
}
