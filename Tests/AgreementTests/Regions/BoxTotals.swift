import Agreement
import Domain

/// Boxes compared as the reference values do: matched by the largest sum of overlaps at all, and only
/// then held against a threshold.
struct BoxTotals {
  private(set) var comparisons = 0
  private(set) var bothEmpty = 0
  /// Boxes of the first side and of the second.
  private(set) var first = 0
  private(set) var second = 0
  private var overlaps: [Double] = []

  mutating func add(_ one: [Box], _ other: [Box]) {
    comparisons += 1
    bothEmpty += one.isEmpty && other.isEmpty ? 1 : 0
    first += one.count
    second += other.count
    let match = RegionMatch(.boxes(one), .boxes(other), threshold: 1e-12)
    overlaps += match.pairs.map(\.overlap)
  }

  func f1(_ threshold: Double) -> Double { 2 * hits(threshold) / Double(first + second) }

  /// Of the first side's boxes: the share that the second has too.
  func precision(_ threshold: Double) -> Double { hits(threshold) / Double(first) }

  func recall(_ threshold: Double) -> Double { hits(threshold) / Double(second) }

  private func hits(_ threshold: Double) -> Double {
    Double(overlaps.count { $0 >= threshold })
  }

  func mean(_ threshold: Double) -> Double {
    let hits = overlaps.filter { $0 >= threshold }
    return hits.reduce(0, +) / Double(hits.count)
  }
}
