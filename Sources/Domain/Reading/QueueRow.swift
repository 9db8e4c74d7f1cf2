/// A unit's place in a store: stable while the store stands, gone when it is rebuilt.
public struct UnitHandle: Hashable, Sendable {
  public let raw: Int64

  public init(raw: Int64) {
    self.raw = raw
  }
}

/// One line of the queue.
public struct QueueRow: Hashable, Sendable {
  public let handle: UnitHandle
  public let unit: UnitID
  /// Votes of people in force, leading value first, then by votes, then in label order.
  public var groups: [VoteGroup]
  public var ratings: Int
  /// In [0, 1]; nil where fewer than two ratings can be compared.
  public var agreement: Double?
  /// Chance that the value released without a ruling is wrong.
  public var wrong: Double
  public var gain: Double
  /// Whose figures `wrong` and `gain` are: the named policy with its version.
  public var policy = ExpectedGain.policyName
  /// The costliest tier among the labels that were voted for.
  public var tier: TierID?
  public var due: Instant?
  /// When the batch that last touched the item came in.
  public var since: Instant
  public var status: UnitStatus
  /// What holds at the main seat, if something was ever decided there.
  public var standing: SeatStanding?
  /// What puts what holds there in doubt.
  public var doubt: DoubtCause?
  /// Which batches changed its votes since that was ruled, the oldest first; also where something
  /// stronger puts the ruling in doubt.
  public var newRatings: [NewRatings] = []
  public var isFlagged: Bool
  /// Whether an audit drew it and waits for its ruling: then it waits in the queue wherever it stands,
  /// before all others, and `wrong` and `gain` are 0, for they tell what would be released.
  public var isDrawn = false
  public var lease: Lease?
  /// Position of the route that sends it, from 1.
  public var route: Int?
  /// Properties of the item.
  public var slices: [Slice] = []

  public init(handle: UnitHandle, unit: UnitID, since: Instant) {
    self.handle = handle
    self.unit = unit
    self.since = since
    groups = []
    ratings = 0
    wrong = 0
    gain = 0
    status = .unrated
    isFlagged = false
  }

  /// Whether it waits for somebody.
  public var isQueued: Bool { status.isQueued || isDrawn }

  public var leads: Value? { groups.first?.value }
  public var against: Value? { groups.count > 1 ? groups[1].value : nil }
}

/// A value and how many said it.
public struct VoteGroup: Hashable, Sendable {
  public let value: Value
  public let votes: Int

  public init(value: Value, votes: Int) {
    self.value = value
    self.votes = votes
  }
}
