/// Minutes since the session began, for every vote.
struct SessionClock {
  private static let minute = Int128(60_000)

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
    var start: Int64 = 0
    for (position, vote) in votes.enumerated() {
      let annotator = Int(table.annotators[vote])
      let time = table.times[vote]
      let isNew =
        position == 0 || Int(table.annotators[votes[position - 1]]) != annotator
        || Self.minutes(from: table.times[votes[position - 1]], to: time) > Double(pause)
      if isNew {
        start = time
        sessionsByAnnotator[annotator] += 1
      }
      minutes[vote] = Int(Self.minutes(from: start, to: time))
    }
  }

  func sessions(of annotator: Int?) -> Int {
    guard let annotator else { return sessionsByAnnotator.reduce(0, +) }
    return sessionsByAnnotator.indices.contains(annotator) ? sessionsByAnnotator[annotator] : 0
  }

  /// Any two times are apart by a number of minutes that is exact enough.
  private static func minutes(from start: Int64, to end: Int64) -> Double {
    Double(Int128(end) - Int128(start)) / Double(minute)
  }
}
