/// What a screen says about a project without looking at any rating: read from sums.
public struct ProjectSummary: Hashable, Sendable {
  public var items = 0
  public var units = 0
  public var ratings = 0
  public var annotators = 0
  public var batches = 0
  /// Units by status.
  public var statuses: [UnitStatus: Int] = [:]
  /// Units that wait in the queue for an audit alone.
  public var drawn = 0
  public var overdue = 0
  public var tiers: [TierCount] = []
  public var questions: [QuestionID] = []
  /// Rulings that stand, by day, oldest first; the last entry is the day of `now`. At most 40.
  public var settledByDay: [Int] = []
  /// Position of the last event that the tables know.
  public var head = -1
  public var guidelineVersion = 0
  /// Whose figures order the queue by gain.
  public var learning = QueueLearning.votes(.unfitted)

  public init() {}

  public var open: Int {
    statuses.reduce(drawn) { $0 + ($1.key.isQueued ? $1.value : 0) }
  }
}

/// Open units of one tier.
public struct TierCount: Hashable, Sendable {
  /// nil for labels without a tier.
  public let tier: TierID?
  public let open: Int
  public let overdue: Int

  public init(tier: TierID?, open: Int, overdue: Int) {
    self.tier = tier
    self.open = open
    self.overdue = overdue
  }
}
