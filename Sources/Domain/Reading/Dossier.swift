/// Everything about one item: what a person needs to rule on it.
public struct Dossier: Hashable, Sendable {
  public let item: Item
  /// One per question, in byte order of the questions.
  public let units: [UnitDossier]
  /// When the batches of its ratings came in, oldest first.
  public let batches: [BatchArrival]

  public init(item: Item, units: [UnitDossier], batches: [BatchArrival] = []) {
    self.item = item
    self.units = units
    self.batches = batches
  }

  public func unit(_ question: QuestionID) -> UnitDossier? {
    units.first { $0.facts.id.question == question }
  }
}

/// When a batch came in, and where the log says so.
public struct BatchArrival: Hashable, Sendable {
  public let number: Int
  public let seq: Int
  public let at: Instant

  public init(number: Int, seq: Int, at: Instant) {
    self.number = number
    self.seq = seq
    self.at = at
  }
}

/// A ruling that stands, as its author may take it back.
public struct OwnRuling: Hashable, Sendable {
  public let seatID: SeatID
  public let outcome: Outcome
  public let at: Instant

  public init(seatID: SeatID, outcome: Outcome, at: Instant) {
    self.seatID = seatID
    self.outcome = outcome
    self.at = at
  }
}

/// Everything about one unit.
public struct UnitDossier: Hashable, Sendable {
  public let facts: UnitFacts
  public let row: QueueRow
  /// Place in the default order of the open units, from 1; nil where it is not open.
  public let rank: Int?
  /// All ratings, models' and gold too, those in force first, each part in batch and file order.
  public let ratings: [RatingEntry]
  /// Decisions, withdrawals, reopenings, flags and comments, oldest first.
  public let history: [Event]
  /// Earlier rulings on the same two labels, a few: those on the texts most alike first; without texts
  /// the latest first.
  public let precedents: [Precedent]
  /// Why its ruling is in doubt; nil where it is not.
  public let doubt: Doubt?
  /// Why it stands where it stands, by the models of annotators; nil where there are none.
  public let reason: QueueReason?

  public init(
    facts: UnitFacts, row: QueueRow, rank: Int?, ratings: [RatingEntry], history: [Event],
    precedents: [Precedent], doubt: Doubt? = nil, reason: QueueReason? = nil
  ) {
    self.reason = reason
    self.facts = facts
    self.row = row
    self.rank = rank
    self.ratings = ratings
    self.history = history
    self.precedents = precedents
    self.doubt = doubt
  }
}

extension UnitDossier {
  /// A ruling with its position.
  public struct Ruling: Hashable, Sendable {
    public let seq: Int
    public let decision: Decision
  }

  /// The decision that stands at the main seat; nil where none does.
  public var ruling: Ruling? {
    guard let standing = facts.seats[.main], standing.isDecision else { return nil }
    for event in history.reversed() where event.seq == standing.seq {
      if case .decision(let decision) = event.body {
        return Ruling(seq: event.seq, decision: decision)
      }
    }
    return nil
  }
}

/// A rating with its name in the log.
public struct RatingEntry: Hashable, Sendable {
  public let reference: RatingReference
  /// With its value as it reads now; that of a label that has ended reads as if declined.
  public let rating: Rating
  /// The value as it was given, where it reads otherwise since a migration.
  public let given: Value?
  /// Whether it is the one that counts: repeats and superseded ratings stay as history.
  public let isInForce: Bool

  public init(
    reference: RatingReference, rating: Rating, given: Value? = nil, isInForce: Bool
  ) {
    self.reference = reference
    self.rating = rating
    self.given = given
    self.isInForce = isInForce
  }

  /// Whether a migration left it without meaning.
  public var isEnded: Bool { given != nil && rating.value == .abstained }
}
