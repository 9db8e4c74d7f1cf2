public import Domain

/// One unit as it is released.
public struct GoldRow: Hashable, Sendable {
  public var unit: UnitID
  /// What the ruling said; nil where nobody ruled.
  public var outcome: Outcome?
  /// The value that goes out: ruled, what all or most ratings say, or what the models of annotators do;
  /// nil where there is none.
  public var value: Value?
  public var source: GoldSource
  /// That the value is right, by the models of annotators; nil where nobody asked them.
  public var probability: Double?
  /// How likely each value is by the models, most likely first.
  public var shares: [ModelledValue.Share] = []
  /// Agreeing pairs of ratings by all pairs, 0…1; nil for fewer than two.
  public var agreement: Double?
  /// What the ratings say, in the order that is to be written.
  public var votes: [VoteCount]
  public var by: MemberID?
  public var at: Instant?
  public var reason: String?
  public var rationale: String?
  public var clauses: [ClauseID]
  /// The guideline's version under which it was ruled; 0 before the first.
  public var guideline: Int

  public init(
    unit: UnitID, outcome: Outcome? = nil, value: Value? = nil, source: GoldSource,
    probability: Double? = nil,
    agreement: Double? = nil, votes: [VoteCount] = [], by: MemberID? = nil, at: Instant? = nil,
    reason: String? = nil, rationale: String? = nil, clauses: [ClauseID] = [], guideline: Int = 0
  ) {
    self.unit = unit
    self.outcome = outcome
    self.value = value
    self.source = source
    self.probability = probability
    self.agreement = agreement
    self.votes = votes
    self.by = by
    self.at = at
    self.reason = reason
    self.rationale = rationale
    self.clauses = clauses
    self.guideline = guideline
  }
}

/// Where a gold value comes from.
public enum GoldSource: String, Sendable, CaseIterable {
  case ruled
  /// Accepted in bulk, with an audit sample.
  case bulk
  case unanimous
  /// Ratings differ, but agree enough for the project's threshold: what most say.
  case majority
  /// There is one rating.
  case single
  /// The models of annotators say so, and no majority does: never to be taken for consensus, nor for
  /// gold.
  case model
  /// Ratings differ and nobody ruled; there is no value.
  case open
  /// Taken in as gold from elsewhere.
  case imported
}

/// How many ratings say the same.
public struct VoteCount: Hashable, Sendable {
  public let value: Value
  public let count: Int

  public init(value: Value, count: Int) {
    self.value = value
    self.count = count
  }
}
