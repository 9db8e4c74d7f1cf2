/// Keeps one rating of each annotator in each unit, in place, and counts what it leaves out.
struct RepeatFilter {
  private(set) var ratings: [UnitRating]
  private(set) var offsets: [Int]
  private var tally: RepeatTally
  /// By annotator: one more than the last unit in which a rating of theirs was seen.
  private var seen: [Int]

  /// One more than the largest annotator code.
  let annotatorCount: Int

  /// One more than the largest label code.
  let labelCount: Int

  init(policy: RepeatPolicy, ratings: [UnitRating], offsets: [Int]) {
    tally = RepeatTally(policy: policy)
    self.ratings = ratings
    self.offsets = offsets
    var annotators: Int32 = -1
    var labels: Int32 = -1
    for rating in ratings {
      annotators = max(annotators, rating.annotator)
      labels = max(labels, rating.label)
    }
    annotatorCount = Int(annotators) + 1
    labelCount = Int(labels) + 1
    seen = Array(repeating: 0, count: annotatorCount)
  }

  var outcome: Repeats { tally.outcome }

  /// One pass; units without repeats are only moved up. O(ratings).
  mutating func run() {
    var write = 0
    var start = 0
    for unit in 0..<offsets.count - 1 {
      let end = offsets[unit + 1]
      offsets[unit] = write
      if hasRepeat(in: start..<end, unit: unit) {
        write = filter(start..<end, to: write)
      } else if write == start {
        write = end
      } else {
        for index in start..<end {
          ratings[write] = ratings[index]
          write += 1
        }
      }
      start = end
    }
    offsets[offsets.count - 1] = write
    ratings.removeLast(ratings.count - write)
  }

  private mutating func hasRepeat(in range: Range<Int>, unit: Int) -> Bool {
    for index in range {
      let annotator = Int(ratings[index].annotator)
      guard annotator >= 0 else { continue }
      if seen[annotator] == unit + 1 { return true }
      seen[annotator] = unit + 1
    }
    return false
  }

  /// Writes the ratings to keep, by annotator, those without one last.
  private mutating func filter(_ range: Range<Int>, to target: Int) -> Int {
    let kept = tally.filter(Array(ratings[range]))
    ratings.replaceSubrange(target..<target + kept.count, with: kept)
    return target + kept.count
  }
}
