/// What one cell shows: a scalar that takes room and at most four marks drawn over it.
///
/// Five scalars are what a curses cell holds. They are packed into sixteen bytes, so that grids
/// compare and copy without touching the heap.
package struct Cluster: Hashable, Sendable {
  /// The largest number of marks over one base.
  package static let markLimit = 4

  private var low: UInt64
  private var high: UInt64

  /// A blank.
  package static let blank = Cluster(" ")

  /// A base without marks.
  package init(_ base: Unicode.Scalar) {
    low = UInt64(base.value)
    high = 0
  }

  /// The scalar that takes the room.
  package var base: Unicode.Scalar { Self.scalar(low & Self.mask) ?? " " }

  /// How many marks are drawn over the base, 0 to 4.
  package var markCount: Int {
    if low >> 21 & Self.mask == 0 { return 0 }
    if low >> 42 & Self.mask == 0 { return 1 }
    if high & Self.mask == 0 { return 2 }
    return high >> 21 & Self.mask == 0 ? 3 : 4
  }

  /// The base and its marks, in order.
  package var scalars: [Unicode.Scalar] {
    [low, low >> 21, low >> 42, high, high >> 21].prefix(markCount + 1)
      .compactMap { Self.scalar($0 & Self.mask) }
  }

  /// The base and its marks as text.
  package var text: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// Adds a mark and says whether there was room for it.
  package mutating func append(mark: Unicode.Scalar) -> Bool {
    let value = UInt64(mark.value)
    switch markCount {
    case 0: low |= value << 21
    case 1: low |= value << 42
    case 2: high |= value
    case 3: high |= value << 21
    default: return false
    }
    return true
  }

  private static let mask: UInt64 = 0x1F_FFFF

  private static func scalar(_ value: UInt64) -> Unicode.Scalar? {
    Unicode.Scalar(UInt32(truncatingIfNeeded: value))
  }
}
