/// How an annotator's agreement with the others went over time.
public struct StandingTrend: Equatable, Sendable {
  /// A window with fewer ratings than this is not shown.
  public static let enoughInWindow = 5

  /// The halves of the time need as many ratings each to be held against each other.
  public static let enoughInHalf = 20

  /// Of lists in which nothing changed, at most this share shows a trend somewhere: the more
  /// annotators are judged, the more it takes for each (Bonferroni).
  public static let falseAlarms = 0.1

  /// A stretch of time that is the same for all annotators of the question.
  public struct Window: Equatable, Sendable {
    /// Milliseconds since 1970.
    public let start: Int64
    /// The first moment that is no longer in it.
    public let end: Int64
    public let figures: MeanAgreement

    public var isEnough: Bool { figures.ratings >= StandingTrend.enoughInWindow }
  }

  /// What can be said of the halves.
  public enum Direction: String, Sendable, CaseIterable {
    case falling
    case rising
    /// No difference beyond what chance gives.
    case steady
    case tooFew = "too_few"
    /// Ratings have no times.
    case unknown
  }

  /// From the earliest to the latest; empty where no rating has a time.
  public let windows: [Window]

  /// The earlier half of the annotator's own ratings that others share, and the later half.
  public let earlier: MeanAgreement
  public let later: MeanAgreement
  public let direction: Direction

  /// The difference of the halves by its standard error; nil where it has none.
  public let z: Double?

  /// The median time for a rating in each half, in milliseconds; nil where no rating of it says.
  public let earlierPace: Double?
  public let laterPace: Double?

  /// Every annotator's trend, by code. O(Σ r² + n log n).
  public static func all(_ votes: VoteTable, windows count: Int = 8) -> [StandingTrend] {
    let lists = TimedShare.all(votes)
    let bounds = Self.bounds(lists, count)
    let trends = lists.map { StandingTrend($0, bounds: bounds) }
    let judged = trends.count { $0.direction != .unknown && $0.direction != .tooFew }
    guard judged > 0 else { return trends }
    let threshold = NormalDistribution.quantile(1 - falseAlarms / Double(2 * judged))
    return trends.map { $0.judged(by: threshold) }
  }

  /// Ends of equally long windows over all times. The last moment belongs to the last window.
  private static func bounds(_ lists: [[TimedShare]], _ count: Int) -> [Int64] {
    let first = lists.compactMap { $0.first?.time }.min()
    let last = lists.compactMap { $0.last?.time }.max()
    guard let first, let last, first < last else { return [] }
    let span = Int128(last - first) + 1
    return (0...count).map { first + Int64(span * Int128($0) / Int128(count)) }
  }

  private init(_ list: [TimedShare], bounds: [Int64]) {
    var windows: [Window] = []
    var next = list.startIndex
    for (start, end) in zip(bounds, bounds.dropFirst()) {
      var sum = MeanAgreement.Sum()
      while next < list.endIndex, list[next].time < end {
        if let share = list[next].share { sum.add(share) }
        next += 1
      }
      windows.append(Window(start: start, end: end, figures: MeanAgreement(sum)))
    }
    let shared = list.filter { $0.share != nil }
    var halves = [MeanAgreement.Sum(), MeanAgreement.Sum()]
    var durations: [[Int64]] = [[], []]
    for (place, entry) in shared.enumerated() {
      let half = place * 2 / shared.count
      if let share = entry.share { halves[half].add(share) }
      if let duration = entry.duration { durations[half].append(duration) }
    }
    self.windows = windows
    earlier = MeanAgreement(halves[0])
    later = MeanAgreement(halves[1])
    z = MeanAgreement.z(earlier, later)
    earlierPace = RatingPace(durations[0]).median
    laterPace = RatingPace(durations[1]).median
    direction = Self.direction(list, earlier, later)
  }

  private init(_ trend: StandingTrend, direction: Direction) {
    windows = trend.windows
    earlier = trend.earlier
    later = trend.later
    z = trend.z
    earlierPace = trend.earlierPace
    laterPace = trend.laterPace
    self.direction = direction
  }

  private func judged(by threshold: Double) -> StandingTrend {
    guard direction == .steady, let z, z.magnitude >= threshold else { return self }
    return StandingTrend(self, direction: z < 0 ? .falling : .rising)
  }

  private static func direction(
    _ list: [TimedShare], _ earlier: MeanAgreement, _ later: MeanAgreement
  ) -> Direction {
    guard !list.isEmpty else { return .unknown }
    return min(earlier.ratings, later.ratings) >= enoughInHalf ? .steady : .tooFew
  }
}
