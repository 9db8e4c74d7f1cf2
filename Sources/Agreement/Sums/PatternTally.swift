/// Counts patterns of few ratings and few labels quickly: the sorted labels of a unit are one word.
///
/// What does not fit goes to `PatternCounts` at once, the rest when counting is over.
struct PatternTally: Sendable {
  private struct Entry {
    /// A byte for each rating, its label plus one, sorted; 0 marks a vacant place.
    var key: UInt64
    var units: Int
  }

  private static let largestUnit = 8
  private static let labelLimit = 255

  private let packs: Bool
  private var entries: [Entry]
  private var occupied = 0
  private var large = PatternCounts()
  private var scratch: [UnitRating] = []

  /// - Parameter labels: one more than the largest label code.
  init(labels: Int) {
    packs = labels < Self.labelLimit
    entries = Array(repeating: Entry(key: 0, units: 0), count: packs ? 1024 : 0)
  }

  /// Counts one unit. O(r²) for up to eight ratings, O(r log r) for more.
  @inline(__always)
  mutating func add(_ unit: UnsafeBufferPointer<UnitRating>) {
    guard packs, unit.count <= Self.largestUnit else { return addLarge(unit) }
    add(Self.key(unit), units: 1)
  }

  mutating func merge(_ other: PatternTally) {
    for entry in other.entries where entry.key != 0 { add(entry.key, units: entry.units) }
    large.merge(other.large)
  }

  /// Everything that was counted.
  consuming func counts() -> PatternCounts {
    var counts = large
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.largestUnit) { labels in
      for entry in entries where entry.key != 0 {
        var rest = entry.key
        var size = 0
        while rest != 0 {
          labels[size] = Int32(truncatingIfNeeded: rest & 0xFF) - 1
          rest >>= 8
          size += 1
        }
        counts.add(
          sorted: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(labels)[..<size]),
          times: entry.units)
      }
    }
    return counts
  }

  /// The unit's labels plus one, the smallest in the lowest byte: each label is put above the smaller
  /// ones and moves the larger ones up.
  @inline(__always)
  private static func key(_ unit: UnsafeBufferPointer<UnitRating>) -> UInt64 {
    var key: UInt64 = 0
    for (size, rating) in unit.enumerated() {
      let byte = UInt64(truncatingIfNeeded: rating.label &+ 1)
      var below: UInt64 = 0
      var rest = key
      for _ in 0..<size {
        below &+= rest & 0xFF <= byte ? 8 : 0
        rest >>= 8
      }
      let lower = key & ((1 &<< below) &- 1)
      key = lower | byte &<< below | (key ^ lower) &<< 8
    }
    return key
  }

  @inline(__always)
  private mutating func add(_ key: UInt64, units: Int) {
    let found = entries.withUnsafeMutableBufferPointer { entries in
      let mask = entries.count &- 1
      var slot = Self.slot(key) & mask
      while entries[slot].key != key, entries[slot].key != 0 { slot = (slot &+ 1) & mask }
      let isKnown = entries[slot].key == key
      if !isKnown { entries[slot].key = key }
      entries[slot].units += units
      return isKnown
    }
    if !found { grow() }
  }

  private static func slot(_ key: UInt64) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed ^ mixed >> 32)
  }

  @inline(never)
  private mutating func grow() {
    occupied += 1
    guard occupied * 2 > entries.count else { return }
    let old = entries
    entries = Array(repeating: Entry(key: 0, units: 0), count: old.count * 4)
    let mask = entries.count - 1
    for entry in old where entry.key != 0 {
      var slot = Self.slot(entry.key) & mask
      while entries[slot].key != 0 { slot = (slot + 1) & mask }
      entries[slot] = entry
    }
  }

  @inline(never)
  private mutating func addLarge(_ unit: UnsafeBufferPointer<UnitRating>) {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: unit)
    large.add(scratch)
  }
}
