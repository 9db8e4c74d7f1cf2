/// A ruling as it is recorded.
public struct Decision: Hashable, Sendable {
  public var seatID: SeatID
  /// Position of the last decision, withdrawal or reopening at this seat; −1 if none.
  public var base: Int
  /// Number of the newest batch when the ruling was made.
  public var batch: Int
  public var outcome: Outcome
  /// The ratings that were adopted.
  public var chose: [RatingReference] = []
  public var reason: String?
  /// At most 8 KiB of UTF-8.
  public var rationale: String?
  public var cites: [ClauseID] = []
  /// Positions of precedents that were followed, and of those that were distinguished.
  public var follows: [Int] = []
  public var distinguishes: [Int] = []
  /// The guideline's version when the ruling was made; 0 before the first.
  public var guideline: Int = 0
  /// The seed of the order in which the contest was shown.
  public var orderSeed: UInt64?
  public var votesSeen: VotesSeen = .fromTheStart
  /// What was chosen before the votes were shown, where that was asked for.
  public var first: Outcome?
  /// Time from opening to ruling, in milliseconds.
  public var milliseconds: Int?
  /// Why it stood where it stood in the queue.
  public var queue: QueuePlace?
  /// Whose lease was taken over to make it.
  public var tookOver: MemberID?
  /// Position of the audit that drew the unit and waited for this ruling: it was made blind to what
  /// would have been released.
  public var audit: Int?

  public init(seatID: SeatID, base: Int, batch: Int, outcome: Outcome) {
    self.seatID = seatID
    self.base = base
    self.batch = batch
    self.outcome = outcome
  }
}

/// Whether the votes were on screen when the verdict was given.
public enum VotesSeen: String, Sendable, CaseIterable {
  case fromTheStart = "yes"
  /// Only after a first verdict.
  case afterFirstVerdict = "after_first"
  case never = "no"
}

/// The figures that put a unit where it stood, as they were shown.
public struct QueuePlace: Hashable, Sendable {
  public let policy: String
  /// Chance that the label released without a ruling is wrong.
  public let wrong: Number
  public let gain: Number
  /// Place in the order, from 1.
  public let rank: Int

  public init(policy: String, wrong: Number, gain: Number, rank: Int) {
    self.policy = policy
    self.wrong = wrong
    self.gain = gain
    self.rank = rank
  }
}
