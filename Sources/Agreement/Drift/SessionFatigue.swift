/// Agreement with the others by how long an annotator had been at work when they rated.
///
/// A session is a run of one annotator's ratings without a pause longer than `pause`. Each of their
/// ratings is compared with every rating of others in its unit.
public struct SessionFatigue: Equatable, Sendable {
  /// Ends of the buckets, in minutes since the session began.
  public static let defaultMinutes = [15, 30, 60, 120]

  /// Ratings given from `from` minutes on, before `to`; the last bucket has no end.
  public struct Bucket: Equatable, Sendable {
    public let from: Int
    public let to: Int?
    public let ratings: Int
    public let pairs: Int
    public let units: Int
    public let agreement: Estimate
  }

  public let buckets: [Bucket]
  /// Minutes of pause that end a session.
  public let pause: Int
  public let sessions: Int
  public let annotators: Int
  /// Ratings without a time or an annotator.
  public let leftOut: Int

  /// O(votes log votes + Σ r²).
  ///
  /// - Parameters:
  ///   - minutes: Where one bucket ends and the next begins, ascending.
  ///   - annotator: One annotator only; nil: all.
  ///   - smallest: Units that a bucket needs to be judged.
  public init(
    _ table: VoteTable, minutes: [Int] = SessionFatigue.defaultMinutes, pause: Int = 30,
    annotator: Int? = nil, smallest: Int = DriftReport.defaultSmallest
  ) {
    let clock = SessionClock(table, pause: pause)
    var tallies = Array(repeating: PairTally(), count: minutes.count + 1)
    var ratings = Array(repeating: 0, count: tallies.count)
    for unit in 0..<table.unitCount {
      var agreeing = Array(repeating: 0, count: tallies.count)
      var pairs = agreeing
      for vote in table.votes(of: unit) {
        let own = Int(table.annotators[vote])
        guard let elapsed = clock.minutes[vote], annotator.map({ $0 == own }) ?? true else {
          continue
        }
        let bucket = minutes.firstIndex { elapsed < $0 } ?? minutes.count
        ratings[bucket] += 1
        for other in table.votes(of: unit) where Int(table.annotators[other]) != own {
          pairs[bucket] += 1
          if table.labels[other] == table.labels[vote] { agreeing[bucket] += 1 }
        }
      }
      for bucket in tallies.indices {
        tallies[bucket].add(agreeing: agreeing[bucket], of: pairs[bucket])
      }
    }
    buckets = tallies.indices.map { bucket in
      Bucket(
        from: bucket == 0 ? 0 : minutes[bucket - 1],
        to: bucket < minutes.count ? minutes[bucket] : nil, ratings: ratings[bucket],
        pairs: tallies[bucket].pairs, units: tallies[bucket].units,
        agreement: tallies[bucket].estimate(smallest: smallest))
    }
    self.pause = pause
    sessions = clock.sessions(of: annotator)
    annotators = clock.sessionsByAnnotator.indices.count {
      clock.sessionsByAnnotator[$0] > 0 && (annotator ?? $0) == $0
    }
    leftOut = clock.minutes.count { $0 == nil }
  }
}
