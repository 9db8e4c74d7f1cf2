/// The margins of every pair of annotators, found by the two codes in O(1).
struct PairMargins {
  /// Below this many annotators every possible pair has a place of its own.
  private static let denseAnnotators = 2048

  let tables: [MarginTable]
  private let annotatorCount: Int
  /// By the larger code's triangle: the place in `tables`, or −1.
  private var dense: [Int32] = []
  private var sparse: [UInt64: Int32] = [:]

  init(_ pairs: [AnnotatorPair]) {
    tables = pairs.map { MarginTable($0.table) }
    annotatorCount = (pairs.map(\.second).max() ?? -1) + 1
    if annotatorCount <= Self.denseAnnotators {
      dense = Array(repeating: -1, count: annotatorCount * max(annotatorCount - 1, 0) / 2)
    }
    for (place, pair) in pairs.enumerated() {
      if dense.isEmpty {
        sparse[UInt64(pair.first) << 32 | UInt64(pair.second)] = Int32(place)
      } else {
        dense[pair.second * (pair.second - 1) / 2 + pair.first] = Int32(place)
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
