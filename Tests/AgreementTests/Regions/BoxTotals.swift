import Agreement
import Domain

/// Boxes compared as the reference values do: matched by the largest sum of overlaps at all, and only
/// then held against a threshold.
struct BoxTotals {
  private(set) var comparisons = 0
  private(set) var bothEmpty = 0
  private var regions = 0
  private var overlaps: [Double] = []

  mutating func add(_ one: [Box], _ other: [Box]) {
    comparisons += 1
    bothEmpty += one.isEmpty && other.isEmpty ? 1 : 0
    regions += one.count + other.count
    let match = RegionMatch(.boxes(one), .boxes(other), threshold: 1e-12)
    overlaps += match.pairs.map(\.overlap)
  }

  func f1(_ threshold: Double) -> Double {
    2 * Double(overlaps.count { $0 >= threshold }) / Double(regions)
  }

  func mean(_ threshold: Double) -> Double {
    let hits = overlaps.filter { $0 >= threshold }
    return hits.reduce(0, +) / Double(hits.count)
  }
}
