/// Minutes since the session began, for every vote.
struct SessionClock {
  private static let minute: Int64 = 60_000

  /// By vote; nil without a time or an annotator.
  private(set) var minutes: [Int?]
  private(set) var sessionsByAnnotator: [Int]

  init(_ table: VoteTable, pause: Int) {
    minutes = Array(repeating: nil, count: table.count)
    sessionsByAnnotator = Array(repeating: 0, count: table.annotatorCount)
    guard !table.times.isEmpty else { return }
    let votes = (0..<table.count).filter {
      table.annotators[$0] >= 0 && table.times[$0] != VoteTable.noTime
    }.sorted {
      (table.annotators[$0], table.times[$0]) < (table.annotators[$1], table.times[$1])
    }
    let longest = Int64(pause) * Self.minute
    var start: Int64 = 0
    for (position, vote) in votes.enumerated() {
      let annotator = Int(table.annotators[vote])
      let time = table.times[vote]
      let isNew =
        position == 0 || Int(table.annotators[votes[position - 1]]) != annotator
        || time - table.times[votes[position - 1]] > longest
      if isNew {
        start = time
        sessionsByAnnotator[annotator] += 1
      }
      minutes[vote] = Int((time - start) / Self.minute)
    }
  }

  func sessions(of annotator: Int?) -> Int {
    guard let annotator else { return sessionsByAnnotator.reduce(0, +) }
    return sessionsByAnnotator.indices.contains(annotator) ? sessionsByAnnotator[annotator] : 0
  }
}
