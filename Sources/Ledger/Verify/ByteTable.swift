import Glibc

/// Numbers byte strings in the order in which they first come, and finds them again.
///
/// All keys lie in one block of memory, so that a million of them cost no million allocations. The
/// hash is the library's, seeded anew in each process: keys that collide cannot be made up.
struct ByteTable {
  /// A key's number + 1, 0 for none, beside its hash.
  private struct Slot {
    var entry: UInt32 = 0
    var hash: UInt32 = 0
  }

  private var arena: [UInt8] = []
  private var ends: [Int] = []
  /// A power of two of them.
  private var slots = [Slot](repeating: Slot(), count: 64)

  var count: Int { ends.count }

  /// The number of a key, or nil. O(length) on average.
  func index(of key: UnsafeRawBufferPointer) -> Int? {
    let slot = slots[place(of: key, hash: Self.hash(key))]
    return slot.entry == 0 ? nil : Int(slot.entry) - 1
  }

  /// The number of a key, which is new where it equals the count before. O(length) on average.
  mutating func insert(_ key: UnsafeRawBufferPointer) -> Int {
    let hash = Self.hash(key)
    let place = place(of: key, hash: hash)
    if slots[place].entry != 0 { return Int(slots[place].entry) - 1 }
    arena.append(contentsOf: key)
    ends.append(arena.count)
    slots[place] = Slot(entry: UInt32(ends.count), hash: hash)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  /// The bytes of a key.
  func withKey<Result>(_ index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    arena.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range(index)])) }
  }

  /// The numbers of all keys, ordered by the keys' bytes.
  func sortedIndices() -> [Int] {
    arena.withUnsafeBytes { bytes in
      let shared = sharedPrefix(bytes)
      var entries = ends.indices.map { (lead: lead(bytes, $0, after: shared), index: $0) }
      entries.sort { left, right in
        left.lead == right.lead
          ? precedes(bytes, left.index, right.index) : left.lead < right.lead
      }
      return entries.map(\.index)
    }
  }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  private func precedes(_ bytes: UnsafeRawBufferPointer, _ left: Int, _ right: Int) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    let (a, b) = (range(left), range(right))
    let order = memcmp(base + a.lowerBound, base + b.lowerBound, min(a.count, b.count))
    return order == 0 ? a.count < b.count : order < 0
  }

  /// How many bytes all keys begin with alike.
  private func sharedPrefix(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard count > 0 else { return 0 }
    var shared = range(0).count
    for index in 1..<max(1, count) {
      let range = range(index)
      var length = 0
      while length < min(shared, range.count), bytes[length] == bytes[range.lowerBound + length] {
        length += 1
      }
      shared = length
    }
    return shared
  }

  /// Up to eight bytes behind the shared ones, as a number that orders as they do.
  private func lead(_ bytes: UnsafeRawBufferPointer, _ index: Int, after shared: Int) -> UInt64 {
    let range = range(index).dropFirst(shared).prefix(8)
    var lead: UInt64 = 0
    for place in range { lead = lead << 8 | UInt64(bytes[place]) }
    return range.isEmpty ? 0 : lead << UInt64(8 * (8 - range.count))
  }

  private func place(of key: UnsafeRawBufferPointer, hash: UInt32) -> Int {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while slots[place].entry != 0 {
      if slots[place].hash == hash, equals(key, Int(slots[place].entry) - 1) { return place }
      place = (place + 1) & mask
    }
    return place
  }

  private func equals(_ key: UnsafeRawBufferPointer, _ index: Int) -> Bool {
    let range = range(index)
    guard range.count == key.count else { return false }
    guard let base = key.baseAddress else { return true }
    return arena.withUnsafeBytes { bytes in
      bytes.baseAddress.map { memcmp($0 + range.lowerBound, base, range.count) == 0 } ?? true
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 4)
    let mask = slots.count - 1
    for slot in old where slot.entry != 0 {
      var place = Int(slot.hash) & mask
      while slots[place].entry != 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }

  private static func hash(_ key: UnsafeRawBufferPointer) -> UInt32 {
    var hasher = Hasher()
    hasher.combine(bytes: key)
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }
}
