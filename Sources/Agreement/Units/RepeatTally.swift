/// Keeps one rating of each annotator in a unit and counts what it leaves out.
struct RepeatTally: Sendable {
  let policy: RepeatPolicy
  private var dropped = 0
  private var pairs = 0
  private var agreeingPairs = 0

  init(policy: RepeatPolicy) {
    self.policy = policy
  }

  var outcome: Repeats {
    Repeats(kept: policy, dropped: dropped, pairs: pairs, agreeingPairs: agreeingPairs)
  }

  mutating func merge(_ other: RepeatTally) {
    dropped += other.dropped
    pairs += other.pairs
    agreeingPairs += other.agreeingPairs
  }

  /// The ratings to keep, by annotator, those without one last. O(m log m).
  ///
  /// - Parameters:
  ///   - unit: A unit's ratings in order of arrival.
  ///   - times: When each was given; empty: in order of arrival.
  mutating func filter(_ unit: [UnitRating], times: [Int64] = []) -> [UnitRating] {
    let places = unit.indices.filter { unit[$0].annotator >= 0 }
      .sorted { one, other in
        if unit[one].annotator != unit[other].annotator {
          return unit[one].annotator < unit[other].annotator
        }
        if !times.isEmpty, times[one] != times[other] { return times[one] < times[other] }
        return one < other
      }
    var kept: [UnitRating] = []
    var start = places.startIndex
    while start < places.endIndex {
      let annotator = unit[places[start]].annotator
      let end = places[start...].firstIndex { unit[$0].annotator != annotator } ?? places.endIndex
      kept.append(unit[places[policy == .first ? start : end - 1]])
      count(places[start..<end].map { unit[$0].label })
      start = end
    }
    return kept + unit.filter { $0.annotator < 0 }
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
