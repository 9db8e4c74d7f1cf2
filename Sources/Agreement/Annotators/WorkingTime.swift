/// Agreement with the others by the minutes that an annotator had been at work: what shows fatigue.
public struct WorkingTime: Equatable, Sendable {
  /// A pause longer than this ends a working session.
  public static let pause: Int64 = 30 * 60_000

  /// Where the stretches begin, in minutes since the session began; the last has no end.
  public static let starts = [0, 15, 30, 60, 120]

  /// One stretch of all sessions.
  public struct Stretch: Equatable, Sendable {
    /// Minutes since the session began.
    public let start: Int
    /// The first minute that is no longer in it; nil: no end.
    public let end: Int?
    public let figures: MeanAgreement
  }

  /// How many sessions there were.
  public let sessions: Int
  public let stretches: [Stretch]

  /// Every annotator's working time, by code; no session where no rating has a time.
  /// O(Σ r² + n log n).
  public static func all(_ votes: VoteTable) -> [WorkingTime] {
    TimedShare.all(votes).map { WorkingTime($0) }
  }

  private init(_ list: [TimedShare]) {
    var sums = Array(repeating: MeanAgreement.Sum(), count: Self.starts.count)
    var sessions = 0
    var began: Int64 = 0
    var last: Int64?
    for entry in list {
      if last.map({ entry.time - $0 > Self.pause }) ?? true {
        sessions += 1
        began = entry.time
      }
      last = entry.time
      let minutes = Int((entry.time - began) / 60_000)
      let stretch = Self.starts.lastIndex { $0 <= minutes } ?? 0
      if let share = entry.share { sums[stretch].add(share) }
    }
    self.sessions = sessions
    stretches = zip(Self.starts.indices, sums).map { index, sum in
      Stretch(
        start: Self.starts[index],
        end: index + 1 < Self.starts.count ? Self.starts[index + 1] : nil,
        figures: MeanAgreement(sum))
    }
  }
}
