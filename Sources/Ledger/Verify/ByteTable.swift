/// Numbers byte strings in the order in which they first come, and finds them again.
///
/// All keys lie in one block of memory, so that a million of them cost no million allocations. The
/// hash is the library's, seeded anew in each process: keys that collide cannot be made up.
struct ByteTable {
  private var arena: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [Int] = []
  /// Index + 1 of the key in each slot, 0 for none; a power of two of them.
  private var slots = [Int32](repeating: 0, count: 64)

  var count: Int { ends.count }

  /// The number of a key, or nil. O(length) on average.
  func index(of key: UnsafeRawBufferPointer) -> Int? {
    let found = slots[slot(of: key, hash: Self.hash(key))]
    return found == 0 ? nil : Int(found) - 1
  }

  /// The number of a key, which is new where it equals the count before.
  mutating func insert(_ key: UnsafeRawBufferPointer) -> Int {
    let hash = Self.hash(key)
    let slot = slot(of: key, hash: hash)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    arena.append(contentsOf: key)
    ends.append(arena.count)
    hashes.append(hash)
    slots[slot] = Int32(ends.count)
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
      ends.indices.sorted { left, right in
        bytes[range(left)].lexicographicallyPrecedes(bytes[range(right)])
      }
    }
  }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  private func slot(of key: UnsafeRawBufferPointer, hash: Int) -> Int {
    let mask = slots.count - 1
    var slot = hash & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if hashes[index] == hash, equals(key, index) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func equals(_ key: UnsafeRawBufferPointer, _ index: Int) -> Bool {
    let range = range(index)
    return range.count == key.count
      && arena.withUnsafeBytes { $0[range].elementsEqual(key) }
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for (index, hash) in hashes.enumerated() {
      var slot = hash & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index + 1)
    }
  }

  private static func hash(_ key: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: key)
    return hasher.finalize()
  }
}
