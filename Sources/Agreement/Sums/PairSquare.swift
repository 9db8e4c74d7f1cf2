/// The label × label counts of two annotators as bytes, where they are stored.
struct PairSquare {
  let labels: Int
  /// The counts of equal labels.
  let diagonal: UnsafePointer<Int8>
  /// The counts of different labels, by row; the places of the diagonal are zero.
  let others: UnsafePointer<Int8>

  @inline(__always)
  subscript(row: Int, column: Int) -> Int {
    Int(row == column ? diagonal[row] : others[row &* labels &+ column])
  }

  /// Most pairs of many annotators have nothing in common.
  var isEmpty: Bool { Self.isZero(diagonal, labels) && Self.isZero(others, labels &* labels) }

  private static func isZero(_ bytes: UnsafePointer<Int8>, _ count: Int) -> Bool {
    let bytes = UnsafeRawBufferPointer(start: bytes, count: count)
    var place = 0
    while place &+ 8 <= count {
      if bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) != 0 { return false }
      place &+= 8
    }
    while place < count {
      if bytes[place] != 0 { return false }
      place &+= 1
    }
    return true
  }
}
