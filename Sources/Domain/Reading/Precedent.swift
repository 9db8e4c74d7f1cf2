/// An earlier ruling that may guide a later one.
public struct Precedent: Hashable, Sendable {
  public let seq: Int
  public let unit: UnitID
  public let outcome: Outcome
  public let by: MemberID
  public let at: Instant
  public let cites: [ClauseID]
  public let reason: String?
  public let rationale: String?
  /// How alike its text is to that of the unit at hand, in [0, 1]; nil where one of them has no words.
  public let likeness: Double?

  public init(
    seq: Int, unit: UnitID, outcome: Outcome, by: MemberID, at: Instant, cites: [ClauseID],
    reason: String? = nil, rationale: String? = nil, likeness: Double? = nil
  ) {
    self.seq = seq
    self.unit = unit
    self.outcome = outcome
    self.by = by
    self.at = at
    self.cites = cites
    self.reason = reason
    self.rationale = rationale
    self.likeness = likeness
  }
}

extension Precedent {
  /// From this likeness on two texts count as very alike.
  public static let veryAlike = 0.6

  /// Whether its text is very like that of the unit at hand.
  public var isVeryAlike: Bool { (likeness ?? 0) >= Self.veryAlike }
}

extension [Precedent] {
  /// Whether two that are very like the unit at hand came out differently.
  public var haveContradiction: Bool {
    Set(lazy.filter(\.isVeryAlike).map(\.outcome)).count > 1
  }
}

/// Two rulings that stand, on the same labels and on texts very alike, which came out differently.
public struct ContradictingPrecedents: Hashable, Sendable {
  public let earlier: Precedent
  public let later: Precedent
  /// How alike the two texts are.
  public let likeness: Double

  public init(earlier: Precedent, later: Precedent, likeness: Double) {
    self.earlier = earlier
    self.later = later
    self.likeness = likeness
  }
}
