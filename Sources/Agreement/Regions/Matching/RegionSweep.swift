/// Finds which regions of two lists can overlap, along one axis, without looking at all pairs.
enum RegionSweep {
  /// Where a region begins and ends on the axis.
  struct Extent {
    let start: Double
    let end: Double
  }

  /// Beyond this many pairs that meet on the axis the rest is left out: a list that crowded is no
  /// annotation, and would take hours.
  private static let pairLimit = 1 << 20

  /// The pairs that meet on the axis and that `overlap` gives a value. O(n log n + pairs that meet).
  static func overlapping(
    _ firsts: [Extent], _ seconds: [Extent], overlap: (Int, Int) -> Double?
  ) -> [RegionPair] {
    let ordered = seconds.indices.sorted { seconds[$0].start < seconds[$1].start }
    var pairs: [RegionPair] = []
    var active: [Int] = []
    var next = 0
    var looked = 0
    for first in firsts.indices.sorted(by: { firsts[$0].start < firsts[$1].start }) {
      let extent = firsts[first]
      active.removeAll { seconds[$0].end < extent.start }
      while next < ordered.count, seconds[ordered[next]].start <= extent.end {
        if seconds[ordered[next]].end >= extent.start { active.append(ordered[next]) }
        next += 1
      }
      for second in active where seconds[second].start <= extent.end {
        looked += 1
        guard looked <= pairLimit else { return pairs }
        guard let value = overlap(first, second) else { continue }
        pairs.append(RegionPair(first: first, second: second, overlap: value))
      }
    }
    return pairs
  }
}
