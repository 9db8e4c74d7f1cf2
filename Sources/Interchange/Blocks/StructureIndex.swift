/// The places of delimiters, line breaks and quotes in a stretch of text, found eight bytes at a time.
final class StructureIndex {
  /// Places in order, relative to the beginning of the stretch.
  let places: UnsafeMutablePointer<UInt32>
  private(set) var count = 0
  private let capacity: Int

  /// - Parameter limit: the longest stretch that will be asked about.
  init(limit: Int) {
    capacity = limit
    places = .allocate(capacity: limit + 8)
  }

  deinit {
    places.deallocate()
  }

  /// - Precondition: eight bytes after the stretch are readable.
  func build(_ bytes: UnsafeRawBufferPointer, delimiter: UInt8, lineBreak: UInt8) {
    precondition(bytes.count <= capacity, "the stretch is as long as was said")
    count = 0
    guard let base = bytes.baseAddress else { return }
    let delimiters = Self.repeated(delimiter)
    let lineBreaks = Self.repeated(lineBreak)
    let quotes = Self.repeated(UInt8(ascii: "\""))
    var found = 0
    var position = 0
    while position < bytes.count {
      let word = UInt64(littleEndian: (base + position).loadUnaligned(as: UInt64.self))
      // A byte of each is zero in its top bit only where the byte of the word is the one sought.
      let misses =
        Self.differs(word ^ delimiters) & Self.differs(word ^ lineBreaks)
        & Self.differs(word ^ quotes)
      var hits = ~(misses | Self.low)
      while hits != 0 {
        places[found] = UInt32(
          truncatingIfNeeded: position &+ (hits.trailingZeroBitCount &>> 3))
        found &+= 1
        hits &= hits &- 1
      }
      position &+= 8
    }
    while found > 0, Int(places[found - 1]) >= bytes.count { found -= 1 }
    count = found
  }

  private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  private static func repeated(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
  }

  /// The top bit of each byte says whether the byte is not zero.
  @inline(__always)
  private static func differs(_ word: UInt64) -> UInt64 {
    ((word & low) &+ low) | word
  }
}
