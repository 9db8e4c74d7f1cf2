import Agreement

/// Units of three annotators, one unit a minute; from a place on they agree less.
enum TimedVotes {
  static let day: Int64 = 86_400_000

  static func table(
    _ count: Int, worseFrom: Int = .max, seed: UInt64, spacing: Int64 = 60_000,
    order: [Int]? = nil
  ) -> VoteTable {
    let good = RandomUnits.some(count: count, labels: 3, right: 0.9, seed: seed)
    let bad = RandomUnits.some(count: count, labels: 3, right: 0.5, seed: seed + 1)
    var offsets = [0]
    var labels: [Int32] = []
    var annotators: [Int32] = []
    var times: [Int64] = []
    for unit in order ?? Array(0..<count) {
      for rating in unit < worseFrom ? good[unit] : bad[unit] {
        labels.append(rating.label)
        annotators.append(rating.annotator)
        times.append(Int64(unit) * spacing)
      }
      offsets.append(labels.count)
    }
    return VoteTable(
      offsets: offsets, annotators: annotators, labels: labels, annotatorCount: 3, labelCount: 3,
      times: times)
  }
}
