import Agreement
import Interchange

/// Rows of one question with the times at which they were rated.
struct TimedRows {
  private var items: [Int32] = []
  private var annotators: [Int32] = []
  private var labels: [Int32] = []
  private var times: [Int64] = []

  mutating func append(_ block: RatingBlock, _ rows: [Int]) {
    for row in rows {
      items.append(block.items[row])
      annotators.append(block.annotators[row])
      labels.append(block.labels[row])
      times.append(block.hasTimes ? block.times[row] : RatingBlock.noTime)
    }
  }

  mutating func append(item: Int32, annotator: Int32, label: Int32, time: Int64) {
    items.append(item)
    annotators.append(annotator)
    labels.append(label)
    times.append(time)
  }

  /// Hands the rows over from the earliest to the latest; as they stood in the file where some of
  /// them have no time. O(n log n).
  func ordered(into grouper: inout UnitGrouper) {
    var order = Array(items.indices)
    if !times.contains(RatingBlock.noTime) {
      order.sort { (times[$0], $0) < (times[$1], $1) }
    }
    grouper.append(
      items: order.map { items[$0] }, annotators: order.map { annotators[$0] },
      labels: order.map { labels[$0] })
  }
}
