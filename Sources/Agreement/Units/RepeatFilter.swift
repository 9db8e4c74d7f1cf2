/// Keeps one rating of each annotator in each unit, in place, and counts what it leaves out.
struct RepeatFilter {
  private let policy: RepeatPolicy
  private(set) var ratings: [UnitRating]
  private(set) var offsets: [Int]
  private var dropped = 0
  private var pairs = 0
  private var agreeingPairs = 0
  /// By annotator: one more than the last unit in which a rating of theirs was seen.
  private var seen: [Int]

  /// One more than the largest annotator code.
  let annotatorCount: Int

  /// One more than the largest label code.
  let labelCount: Int

  init(policy: RepeatPolicy, ratings: [UnitRating], offsets: [Int]) {
    self.policy = policy
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

  var outcome: Repeats {
    Repeats(kept: policy, dropped: dropped, pairs: pairs, agreeingPairs: agreeingPairs)
  }

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
    let anonymous = range.filter { ratings[$0].annotator < 0 }.map { ratings[$0] }
    let places = range.filter { ratings[$0].annotator >= 0 }
      .sorted { (ratings[$0].annotator, $0) < (ratings[$1].annotator, $1) }
    var kept: [UnitRating] = []
    var start = places.startIndex
    while start < places.endIndex {
      let annotator = ratings[places[start]].annotator
      let end =
        places[start...].firstIndex { ratings[$0].annotator != annotator } ?? places.endIndex
      kept.append(ratings[places[policy == .first ? start : end - 1]])
      count(places[start..<end].map { ratings[$0].label })
      start = end
    }
    kept += anonymous
    ratings.replaceSubrange(target..<target + kept.count, with: kept)
    return target + kept.count
  }

  private mutating func count(_ labels: [Int32]) {
    dropped += labels.count - 1
    pairs += labels.count * (labels.count - 1) / 2
    let sorted = labels.sorted()
    var run = 0
    for index in sorted.indices {
      run = index > 0 && sorted[index] == sorted[index - 1] ? run + 1 : 0
      agreeingPairs += run
    }
  }
}
