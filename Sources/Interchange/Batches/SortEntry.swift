import Glibc

/// A record in memory while it is sorted: its key and its canonical bytes, one after the other.
struct SortEntry {
  let start: UnsafeRawPointer
  let keyLength: Int
  let bodyLength: Int
  /// The first eight bytes of the key as a number, which settles most comparisons.
  let prefix: UInt64

  init(start: UnsafeRawPointer, keyLength: Int, bodyLength: Int) {
    self.start = start
    self.keyLength = keyLength
    self.bodyLength = bodyLength
    prefix = UInt64(bigEndian: start.loadUnaligned(as: UInt64.self))
  }

  var key: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: keyLength) }

  var body: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: start + keyLength, count: bodyLength)
  }

  static func areInOrder(_ left: SortEntry, _ right: SortEntry) -> Bool {
    if left.prefix != right.prefix { return left.prefix < right.prefix }
    let order = memcmp(left.start, right.start, min(left.keyLength, right.keyLength))
    return order == 0 ? left.keyLength < right.keyLength : order < 0
  }
}
