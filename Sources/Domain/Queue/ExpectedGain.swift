/// The simple form of the queue's order: what is lost, on average, by releasing the leading value
/// without a ruling.
///
/// The chance that value y is right is its share of the votes, smoothed: (v_y + 1/(2K)) / (n + 1/2).
/// Gain = 0.8 · Σ p(y) c(y) + 0.2 · Σ share(y) c(y), both over the values that are not released,
/// where c(y) is the cost of the tier of y.
public struct ExpectedGain: Hashable, Sendable {
  /// The named policy and its version, as it stands in decisions.
  public static let policyName = "gain/votes-1"

  /// Chance that the released value is wrong, rounded to 2⁻²⁰.
  public let wrong: Double
  /// Rounded to 2⁻²⁰, so that machines agree about the order.
  public let gain: Double

  /// - Parameters:
  ///   - votes: votes and cost of each value that was voted for, leading value first.
  ///   - admissible: how many values could be right; at least the number voted for.
  public init(votes: [Contender], admissible: Int) {
    let total = votes.reduce(0) { $0 + $1.votes }
    guard total > 0 else {
      wrong = 0
      gain = 0
      return
    }
    let choices = Double(max(admissible, votes.count, 2))
    let smoothed = { (count: Int) in (Double(count) + 1 / (2 * choices)) / (Double(total) + 0.5) }
    var loss = 0.0
    var plainLoss = 0.0
    for contender in votes.dropFirst() {
      loss += smoothed(contender.votes) * contender.cost
      plainLoss += Double(contender.votes) / Double(total) * contender.cost
    }
    let unvoted = choices - Double(votes.count)
    let ordinaryCost = votes.map(\.cost).min() ?? 1
    loss += unvoted * smoothed(0) * ordinaryCost
    wrong = Self.rounded(1 - smoothed(votes[0].votes))
    gain = Self.rounded(0.8 * loss + 0.2 * plainLoss)
  }

  /// One value that was voted for.
  public struct Contender: Hashable, Sendable {
    public let votes: Int
    /// Of releasing something else where this is right.
    public let cost: Double

    public init(votes: Int, cost: Double) {
      self.votes = votes
      self.cost = cost
    }
  }

  private static func rounded(_ figure: Double) -> Double {
    (figure * 1_048_576).rounded() / 1_048_576
  }
}
