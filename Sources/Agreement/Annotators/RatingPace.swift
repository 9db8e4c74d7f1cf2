/// How long an annotator takes for a rating.
public struct RatingPace: Equatable, Sendable {
  /// Ratings that say how long they took.
  public let ratings: Int

  /// Milliseconds; of an even number the mean of the middle two.
  public let median: Double?
  public let lowerQuartile: Double?
  public let upperQuartile: Double?

  /// Every annotator's pace, by code. O(n log n).
  public static func all(_ votes: VoteTable) -> [RatingPace] {
    var lists: [[Int64]] = Array(repeating: [], count: votes.annotatorCount)
    for (vote, duration) in votes.durations.enumerated()
    where duration >= 0 && votes.annotators[vote] >= 0 {
      lists[Int(votes.annotators[vote])].append(duration)
    }
    return lists.map { RatingPace($0) }
  }

  init(_ durations: [Int64]) {
    let sorted = durations.sorted()
    ratings = sorted.count
    median = Self.quantile(sorted, 0.5)
    lowerQuartile = Self.quantile(sorted, 0.25)
    upperQuartile = Self.quantile(sorted, 0.75)
  }

  /// Linear between neighbours (Hyndman & Fan 1996, type 7).
  private static func quantile(_ sorted: [Int64], _ share: Double) -> Double? {
    guard let last = sorted.indices.last else { return nil }
    let place = share * Double(last)
    let low = Int(place)
    let high = min(low + 1, last)
    let fraction = place - Double(low)
    return Double(sorted[low]) + fraction * Double(sorted[high] - sorted[low])
  }
}
