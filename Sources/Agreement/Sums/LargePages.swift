import Glibc

/// Zeros for tables that are touched all over: in pages of two megabytes where the system has them,
/// so that a touch seldom waits for the address of its page.
enum LargePages {
  private static let page = 2 << 20

  static func zeros(_ count: Int) -> [Int8] {
    Array(unsafeUninitializedCapacity: count) { room, filled in
      advise(UnsafeMutableRawBufferPointer(room))
      room.initialize(repeating: 0)
      filled = count
    }
  }

  /// Asks for large pages where whole ones lie in the room; what comes of it changes only the speed.
  private static func advise(_ room: UnsafeMutableRawBufferPointer) {
    guard let start = room.baseAddress, room.count >= 2 * page else { return }
    let first = start.alignedUp(toMultipleOf: page)
    let end = (start + room.count).alignedDown(toMultipleOf: page)
    if first < end { madvise(first, end - first, MADV_HUGEPAGE) }
  }
}
