/// α of all ratings, and α without those of one annotator after the other.
struct AlphaWithout {
  private let whole: Estimate
  private let without: [Estimate]

  /// Takes every annotator out of the sums and puts them back. O(ratings · d²) for d labels in a
  /// unit, and α once for each annotator.
  init(_ votes: VoteTable, metric: AlphaMetric) {
    var sums = votes.sums(detail: .none)
    whole = KrippendorffAlpha.estimate(sums, metric: metric)
    let index = Self.units(votes)
    var ratings: [UnitRating] = []
    without = (0..<votes.annotatorCount).map { annotator in
      let units = index.units[index.offsets[annotator]..<index.offsets[annotator + 1]]
      func exchange(_ times: Int) {
        for unit in units {
          votes.read(Int(unit), into: &ratings)
          sums.add(ratings, times: -times)
          ratings.removeAll { $0.annotator == Int32(annotator) }
          sums.add(ratings, times: times)
        }
      }
      exchange(1)
      let estimate = KrippendorffAlpha.estimate(sums, metric: metric)
      exchange(-1)
      return estimate
    }
  }

  /// α − α without the annotator.
  func difference(_ annotator: Int) -> Estimate {
    guard let value = whole.value else { return Estimate(undefined: whole.status) }
    guard let rest = without[annotator].value else {
      return Estimate(undefined: without[annotator].status)
    }
    return Estimate(
      value: value - rest, standardError: nil, interval: nil, intervalStatus: .noFormula)
  }

  private struct Index {
    var offsets: [Int]
    var units: [Int32]
  }

  /// The units of each annotator, each unit once.
  private static func units(_ votes: VoteTable) -> Index {
    var lists: [[Int32]] = Array(repeating: [], count: votes.annotatorCount)
    for unit in 0..<votes.unitCount {
      for vote in votes.votes(of: unit) where votes.annotators[vote] >= 0 {
        let annotator = Int(votes.annotators[vote])
        if lists[annotator].last != Int32(unit) { lists[annotator].append(Int32(unit)) }
      }
    }
    var offsets = [0]
    for list in lists { offsets.append(offsets[offsets.count - 1] + list.count) }
    return Index(offsets: offsets, units: Array(lists.joined()))
  }
}
