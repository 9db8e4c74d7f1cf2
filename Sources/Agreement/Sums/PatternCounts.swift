/// How many units show each multiset of labels.
///
/// Units with the same labels are interchangeable in every coefficient that does not ask who
/// rated. There are far fewer patterns than units, so weighted standard errors, jackknife and
/// resampling over patterns cost the same however many units there are.
///
/// All patterns stand in one array, found by open addressing: counting a unit whose pattern is
/// known allocates nothing.
public struct PatternCounts: Sendable {
  private struct Entry {
    let start: Int
    let size: Int
    let hash: UInt64
    var units: Int
  }

  /// Units up to this size are sorted by insertion.
  private static let smallUnit = 24

  private var entries: [Entry] = []
  private var labels: [Int32] = []
  /// One more than the index of an entry, or 0.
  private var slots: [Int32] = []
  private var key: [Int32] = []

  /// No unit.
  public init() {}

  /// Counts one unit. O(r log r).
  public mutating func add(_ unit: Span<UnitRating>, times: Int = 1) {
    guard !unit.isEmpty else { return }
    key.removeAll(keepingCapacity: true)
    for index in unit.indices { key.append(unit[index].label) }
    sortKey()
    countKey(times)
  }

  /// Takes away a unit that was added.
  public mutating func subtract(_ unit: Span<UnitRating>) {
    add(unit, times: -1)
  }

  /// Counts one unit, as `add(_:times:)` of its span.
  public mutating func add(_ unit: [UnitRating], times: Int = 1) {
    add(unit.span, times: times)
  }

  /// Counts what other counts counted.
  public mutating func merge(_ other: PatternCounts) {
    for entry in other.entries where entry.units != 0 {
      key.removeAll(keepingCapacity: true)
      key.append(contentsOf: other.labels[entry.start..<entry.start + entry.size])
      countKey(entry.units)
    }
  }

  /// Counts units with these labels, which are sorted.
  mutating func add(sorted labels: UnsafeBufferPointer<Int32>, times: Int) {
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: labels)
    countKey(times)
  }

  /// The patterns in no particular order, for what adds up exactly; the labels are sorted.
  func visitUnordered(_ body: (_ labels: ArraySlice<Int32>, _ units: Int) -> Void) {
    for entry in entries where entry.units != 0 { body(labels(entry), entry.units) }
  }

  /// The patterns in ascending order of their sorted labels. O(n log n).
  public func visit(_ body: (LabelPattern) -> Void) {
    for entry in ordered() {
      body(LabelPattern(sorted: labels(entry), units: entry.units))
    }
  }

  private func labels(_ entry: Entry) -> ArraySlice<Int32> {
    labels[entry.start..<entry.start + entry.size]
  }

  private func ordered() -> [Entry] {
    entries.filter { $0.units != 0 }
      .sorted { labels($0).lexicographicallyPrecedes(labels($1)) }
  }

  private mutating func sortKey() {
    guard key.count <= Self.smallUnit else {
      key.sort()
      return
    }
    for index in key.indices.dropFirst() {
      let label = key[index]
      var place = index
      while place > 0, key[place - 1] > label {
        key[place] = key[place - 1]
        place -= 1
      }
      key[place] = label
    }
  }

  private mutating func countKey(_ times: Int) {
    if (entries.count + 1) * 2 > slots.count { grow() }
    var hash = UInt64(key.count)
    for label in key {
      hash = (hash ^ UInt64(UInt32(bitPattern: label))) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if entries[index].hash == hash, holdsKey(entries[index]) {
        entries[index].units += times
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    entries.append(Entry(start: labels.count, size: key.count, hash: hash, units: times))
    labels.append(contentsOf: key)
    slots[slot] = Int32(entries.count)
  }

  private func holdsKey(_ entry: Entry) -> Bool {
    guard entry.size == key.count else { return false }
    for index in key.indices where labels[entry.start + index] != key[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: max(16, slots.count * 2))
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index + 1)
    }
  }
}

extension PatternCounts: Equatable {
  /// True if both count the same. O(n log n).
  public static func == (one: PatternCounts, other: PatternCounts) -> Bool {
    let first = one.ordered()
    let second = other.ordered()
    return first.count == second.count
      && zip(first, second).allSatisfy {
        $0.units == $1.units && one.labels($0) == other.labels($1)
      }
  }
}
