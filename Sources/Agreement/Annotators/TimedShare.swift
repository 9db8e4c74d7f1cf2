/// One rating that has a time, with how far others agree.
struct TimedShare {
  let time: Int64
  /// The share of the other ratings of the unit with the same label; nil where nobody else rated.
  let share: Double?
  /// Milliseconds that the rating took; nil where nobody knows.
  let duration: Int64?

  /// Of every annotator, by time. O(Σ r²).
  static func all(_ votes: VoteTable) -> [[TimedShare]] {
    var lists: [[TimedShare]] = Array(repeating: [], count: votes.annotatorCount)
    guard !votes.times.isEmpty else { return lists }
    for unit in 0..<votes.unitCount {
      let places = votes.votes(of: unit)
      for vote in places where votes.annotators[vote] >= 0 && votes.times[vote] != VoteTable.noTime
      {
        let same = places.count { votes.labels[$0] == votes.labels[vote] } - 1
        let share = places.count > 1 ? Double(same) / Double(places.count - 1) : nil
        lists[Int(votes.annotators[vote])].append(
          TimedShare(
            time: votes.times[vote], share: share, duration: votes.duration(of: vote)))
      }
    }
    return lists.map { list in
      list.sorted {
        ($0.time, $0.share ?? -1, $0.duration ?? -1) < ($1.time, $1.share ?? -1, $1.duration ?? -1)
      }
    }
  }
}

extension VoteTable {
  /// Milliseconds that a rating took; nil where nobody knows.
  func duration(of vote: Int) -> Int64? {
    guard !durations.isEmpty, durations[vote] >= 0 else { return nil }
    return durations[vote]
  }
}
