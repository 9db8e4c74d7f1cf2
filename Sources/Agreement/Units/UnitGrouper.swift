/// Groups ratings that come in any order by their item: a counting sort over interned codes.
///
/// Blocks are kept as they come, without a copy; grouping takes two passes over them and one over
/// the result. Nothing is allocated, hashed or looked up per rating.
public struct UnitGrouper: Sendable {
  private struct Block: Sendable {
    let items: [Int32]
    let annotators: [Int32]
    let labels: [Int32]
  }

  private let policy: RepeatPolicy
  private var blocks: [Block] = []

  /// Ratings taken in so far.
  public private(set) var count = 0

  /// A grouper that keeps one rating of each annotator and item by `policy`.
  public init(keeping policy: RepeatPolicy = .last) {
    self.policy = policy
  }

  /// Takes in a block: the codes of item, annotator (−1 where unknown) and label of each rating.
  public mutating func append(items: [Int32], annotators: [Int32], labels: [Int32]) {
    precondition(
      items.count == annotators.count && items.count == labels.count,
      "a block's columns have the same length")
    guard !items.isEmpty else { return }
    blocks.append(Block(items: items, annotators: annotators, labels: labels))
    count += items.count
  }

  /// All ratings by item. O(ratings + items), repeats in addition O(m log m) in their unit.
  public consuming func grouped() -> GroupedUnits {
    var offsets = itemOffsets()
    let scattered = scatter(&offsets)
    blocks = []
    var repeats = RepeatFilter(policy: policy, ratings: scattered, offsets: offsets)
    repeats.run()
    return GroupedUnits(
      ratings: repeats.ratings, offsets: repeats.offsets, annotatorCount: repeats.annotatorCount,
      labelCount: repeats.labelCount, repeats: repeats.outcome)
  }

  /// Where each item's ratings begin, with one entry to spare at the front.
  private func itemOffsets() -> [Int] {
    var largest: Int32 = -1
    for block in blocks {
      for item in block.items { largest = max(largest, item) }
    }
    var offsets = Array(repeating: 0, count: Int(largest) + 3)
    for block in blocks {
      for item in block.items { offsets[Int(item) + 2] += 1 }
    }
    for index in 2..<max(offsets.count, 2) { offsets[index] += offsets[index - 1] }
    return offsets
  }

  /// Places every rating, in order of arrival within its item; moves `offsets` to its final form.
  private func scatter(_ offsets: inout [Int]) -> [UnitRating] {
    let ratings = [UnitRating](unsafeUninitializedCapacity: count) { ratings, filled in
      for block in blocks {
        for index in block.items.indices {
          let item = Int(block.items[index]) + 1
          let rating = UnitRating(
            annotator: block.annotators[index], label: block.labels[index])
          ratings.initializeElement(at: offsets[item], to: rating)
          offsets[item] += 1
        }
      }
      filled = count
    }
    offsets.removeLast()
    return ratings
  }
}
