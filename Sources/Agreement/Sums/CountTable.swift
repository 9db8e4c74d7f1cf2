/// Counts under two-word keys: open addressing, one contiguous allocation.
///
/// It serves where a dense table would be mostly zeros. Nothing is ever removed; an entry whose
/// count returned to zero is skipped by every reader.
struct CountTable: Sendable {
  struct Entry: Sendable {
    var first: UInt64
    var second: UInt64
    var count: Int
  }

  private static let vacant = UInt64.max

  private var entries: [Entry] = []
  private var occupied = 0

  /// Whether nothing was ever counted.
  var isEmpty: Bool { occupied == 0 }

  /// Adds `count` under a key whose first word is not `UInt64.max`.
  mutating func add(_ count: Int, first: UInt64, second: UInt64) {
    if occupied * 10 >= entries.count * 6 { grow() }
    let slot = slot(first: first, second: second)
    if entries[slot].first == Self.vacant {
      entries[slot] = Entry(first: first, second: second, count: count)
      occupied += 1
    } else {
      entries[slot].count += count
    }
  }

  /// The count under a key; zero where there is none.
  func count(first: UInt64, second: UInt64) -> Int {
    guard !entries.isEmpty else { return 0 }
    let slot = slot(first: first, second: second)
    return entries[slot].first == Self.vacant ? 0 : entries[slot].count
  }

  /// The entries that are not zero, by first word, then second. O(n log n).
  func sorted() -> [Entry] {
    entries.filter { $0.first != Self.vacant && $0.count != 0 }
      .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  private func slot(first: UInt64, second: UInt64) -> Int {
    let mask = entries.count - 1
    let mixed = (first ^ 0x9E37_79B9_7F4A_7C15)
      .multipliedFullWidth(by: second &+ 0xD1B5_4A32_D192_ED03 &+ (first << 1))
    var slot = Int(truncatingIfNeeded: mixed.high ^ mixed.low) & mask
    while entries[slot].first != Self.vacant {
      if entries[slot].first == first, entries[slot].second == second { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    let old = entries
    let vacant = Entry(first: Self.vacant, second: 0, count: 0)
    entries = Array(repeating: vacant, count: max(16, old.count * 2))
    for entry in old where entry.first != Self.vacant {
      entries[slot(first: entry.first, second: entry.second)] = entry
    }
  }
}
