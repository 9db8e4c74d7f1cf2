/// The scale that all rows of the list share.
struct PeopleScale {
  /// From and to full tenths around everything that is shown.
  let range: ClosedRange<Double>
  /// The median of what is shown; nil where fewer than three can be judged.
  let middle: Double?
  private let lowest: Double
  private let highest: Double

  init(_ annotators: AnnotatorsModel) {
    let rows = annotators.page?.value.rows ?? []
    let measures = rows.map { annotators.measure(of: $0) }.filter { $0.judged != nil }
    let values = measures.compactMap(\.value)
    let low = min(
      values.min() ?? 0, measures.compactMap { $0.interval?.lowerBound }.min() ?? 1)
    let high = max(
      values.max() ?? 1, measures.compactMap { $0.interval?.upperBound }.max() ?? 0)
    let first = (low * 10).rounded(.down) / 10
    let last = max(first + 0.1, (high * 10).rounded(.up) / 10)
    range = max(-1, first)...max(first + 0.1, min(1, last))
    middle = values.count > 2 ? Self.median(values) : nil
    let trends = rows.flatMap(\.trend).compactMap { $0 }
    lowest = trends.min() ?? 0
    highest = trends.max() ?? 1
  }

  /// A trend on the scale of all trends, from 0 to 1.
  func trend(_ values: [Double?]) -> [Double?] {
    values.map { value in
      value.map { highest > lowest ? ($0 - lowest) / (highest - lowest) : 0.5 }
    }
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
