/// Patterns laid out for resampling: what a unit of each pattern adds to the integer sums, found
/// once.
///
/// A place is a number of ratings per unit, a label, and how often a unit shows the label; a pattern
/// with d labels touches d places. A replicate adds the number of times that a pattern was drawn to
/// each of them, and everything nominal follows. Patterns stand by size, by number of labels, then
/// by their labels in the order given, so results do not depend on how labels are coded.
struct PatternModel: Sendable {
  /// Patterns with the same number of ratings and of different labels.
  struct Group: Sendable {
    let patterns: Range<Int>
    let labels: Int
    /// Index in `slots` of the first pattern's first place.
    let firstSlot: Int
    let size: Int
  }

  /// The places of one label among the units of one size.
  struct Cell: Sendable {
    let stratum: Int
    let label: Int
    let places: Range<Int>
  }

  /// Units by pattern.
  let units: [Int]
  let groups: [Group]
  /// Pattern by pattern, the places it touches.
  let slots: [Int32]
  /// By place: ratings with the label in a unit.
  let placeCounts: [Int]
  /// By place: the label, as an index into `codes`.
  let placeLabels: [Int]
  /// By stratum, then by label.
  let cells: [Cell]
  /// Ratings per unit, by stratum, ascending.
  let sizes: [Int]
  /// The codes of the labels that occur, in the order given.
  let codes: [Int]

  var unitCount: Int { units.reduce(0, +) }

  private struct Place: Hashable {
    let size: Int
    let label: Int
    let count: Int
  }

  private struct Entry {
    let size: Int
    let shares: [(label: Int, count: Int)]
    let units: Int
  }

  /// - Parameter labelOrder: The codes of all labels in an order that does not depend on how they
  ///   were coded; codes that are missing follow by code.
  init(_ counts: PatternCounts, labelOrder: [Int]) {
    var patterns: [LabelPattern] = []
    counts.visit { patterns.append($0) }
    let codes = Self.codes(patterns, labelOrder)
    let places = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    let entries = patterns.map { pattern in
      Entry(
        size: pattern.size,
        shares: pattern.labels.map { (places[$0.label] ?? 0, $0.count) }.sorted { $0.0 < $1.0 },
        units: pattern.units)
    }.sorted(by: Self.precedes)
    let layout = Self.layout(entries)
    let indices = Dictionary(uniqueKeysWithValues: layout.enumerated().map { ($1, Int32($0)) })
    self.codes = codes
    units = entries.map(\.units)
    slots = entries.flatMap { entry in
      entry.shares.map {
        indices[Place(size: entry.size, label: $0.label, count: $0.count)] ?? 0
      }
    }
    groups = Self.groups(entries)
    placeCounts = layout.map(\.count)
    placeLabels = layout.map(\.label)
    sizes = Set(entries.map(\.size)).sorted()
    cells = Self.cells(layout, sizes)
  }

  /// Calls `body` with each pattern's index, its places and its size.
  func visit(_ body: (_ pattern: Int, _ places: ArraySlice<Int32>, _ size: Int) -> Void) {
    for group in groups {
      var slot = group.firstSlot
      for pattern in group.patterns {
        body(pattern, slots[slot..<slot + group.labels], group.size)
        slot += group.labels
      }
    }
  }

  /// Σ over pairs of different labels of a unit of n_k n_l f(k, l), for each pattern.
  func pairSums(_ value: (_ first: Int, _ second: Int) -> Double) -> [Double] {
    var sums = Array(repeating: 0.0, count: units.count)
    visit { pattern, places, _ in
      var sum = 0.0
      for (position, place) in places.enumerated() {
        for earlier in places.prefix(position) {
          let times = placeCounts[Int(place)] * placeCounts[Int(earlier)]
          sum +=
            Double(times)
            * value(codes[placeLabels[Int(earlier)]], codes[placeLabels[Int(place)]])
        }
      }
      sums[pattern] = sum
    }
    return sums
  }

  /// How often each two labels meet, Σ 2 n_k n_l / (r − 1), by larger times labels plus smaller
  /// index.
  func coincidences() -> [Double] {
    var table = Array(repeating: 0.0, count: codes.count * codes.count)
    visit { pattern, places, size in
      visitPairs(places, size) { table[$0] += Double(units[pattern]) * $1 }
    }
    return table
  }

  /// Calls `body` with the cell of every two labels of a unit, and with what the unit adds to it.
  func visitPairs(
    _ places: ArraySlice<Int32>, _ size: Int, _ body: (_ cell: Int, _ amount: Double) -> Void
  ) {
    guard size > 1 else { return }
    for (position, place) in places.enumerated() {
      for earlier in places.prefix(position) {
        let times = placeCounts[Int(place)] * placeCounts[Int(earlier)]
        let cell = placeLabels[Int(place)] * codes.count + placeLabels[Int(earlier)]
        body(cell, 2 * Double(times) / Double(size - 1))
      }
    }
  }

  private static func codes(_ patterns: [LabelPattern], _ order: [Int]) -> [Int] {
    var isUsed = Set(patterns.flatMap { $0.labels.map(\.label) })
    let ordered = order.filter { isUsed.remove($0) != nil }
    return ordered + isUsed.sorted()
  }

  private static func precedes(_ one: Entry, _ other: Entry) -> Bool {
    if one.size != other.size { return one.size < other.size }
    if one.shares.count != other.shares.count { return one.shares.count < other.shares.count }
    for (first, second) in zip(one.shares, other.shares) where first != second {
      return first < second
    }
    return false
  }

  private static func layout(_ entries: [Entry]) -> [Place] {
    var places: Set<Place> = []
    for entry in entries {
      for share in entry.shares {
        places.insert(Place(size: entry.size, label: share.label, count: share.count))
      }
    }
    return places.sorted { ($0.size, $0.label, $0.count) < ($1.size, $1.label, $1.count) }
  }

  private static func groups(_ entries: [Entry]) -> [Group] {
    var groups: [Group] = []
    var slot = 0
    var start = 0
    while start < entries.count {
      let first = entries[start]
      let end =
        entries[start...].firstIndex {
          $0.size != first.size || $0.shares.count != first.shares.count
        } ?? entries.count
      groups.append(
        Group(
          patterns: start..<end, labels: first.shares.count, firstSlot: slot, size: first.size))
      slot += (end - start) * first.shares.count
      start = end
    }
    return groups
  }

  private static func cells(_ layout: [Place], _ sizes: [Int]) -> [Cell] {
    var cells: [Cell] = []
    var start = 0
    var stratum = 0
    while start < layout.count {
      let first = layout[start]
      let end =
        layout[start...].firstIndex { $0.size != first.size || $0.label != first.label }
        ?? layout.count
      while sizes[stratum] != first.size { stratum += 1 }
      cells.append(Cell(stratum: stratum, label: first.label, places: start..<end))
      start = end
    }
    return cells
  }
}
