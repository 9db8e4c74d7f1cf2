/// The votes of each annotator: where they stand among all votes, and of which unit they are.
struct AnnotatorVotes {
  /// By annotator: where the entries begin; one more.
  let starts: [Int]

  /// By entry, ascending within an annotator: the place of the vote.
  let votes: [Int32]

  /// By entry: the unit.
  let units: [Int32]

  /// By vote: the annotator.
  let annotators: [Int32]

  /// O(votes + pairs of annotator and label).
  init(_ rows: VoteRows) {
    var owners = Array(repeating: Int32(0), count: rows.rowCount)
    var starts = [0]
    for annotator in 0..<rows.annotatorCount {
      for row in rows.annotatorRows[annotator]..<rows.annotatorRows[annotator + 1] {
        owners[row] = Int32(annotator)
      }
      starts.append((starts.last ?? 0) + rows.votes(of: annotator))
    }
    var next = starts
    var votes = Array(repeating: Int32(0), count: rows.rows.count)
    var units = votes
    var annotators = votes
    for unit in 0..<rows.unitCount {
      for vote in rows.offsets[unit]..<rows.offsets[unit + 1] {
        let annotator = owners[Int(rows.rows[vote])]
        let place = next[Int(annotator)]
        votes[place] = Int32(vote)
        units[place] = Int32(unit)
        next[Int(annotator)] = place + 1
        annotators[vote] = annotator
      }
    }
    self.starts = starts
    self.votes = votes
    self.units = units
    self.annotators = annotators
  }

  /// The annotators of one of several shards, with about the same number of votes each.
  func annotators(of shard: Int, among shards: Int) -> Range<Int> {
    bound(shard, shards)..<bound(shard + 1, shards)
  }

  private func bound(_ shard: Int, _ shards: Int) -> Int {
    let last = starts.count - 1
    guard shard < shards else { return last }
    return starts.firstIndex { $0 >= votes.count * shard / shards } ?? last
  }
}
