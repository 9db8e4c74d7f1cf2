/// Everything about one item: what a person needs to rule on it.
public struct Dossier: Hashable, Sendable {
  public let item: Item
  /// One per question, in byte order of the questions.
  public let units: [UnitDossier]

  public init(item: Item, units: [UnitDossier]) {
    self.item = item
    self.units = units
  }

  public func unit(_ question: QuestionID) -> UnitDossier? {
    units.first { $0.facts.id.question == question }
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
  /// Earlier rulings on the same two labels, latest first, a few.
  public let precedents: [Precedent]

  public init(
    facts: UnitFacts, row: QueueRow, rank: Int?, ratings: [RatingEntry], history: [Event],
    precedents: [Precedent]
  ) {
    self.facts = facts
    self.row = row
    self.rank = rank
    self.ratings = ratings
    self.history = history
    self.precedents = precedents
  }
}

/// A rating with its name in the log.
public struct RatingEntry: Hashable, Sendable {
  public let reference: RatingReference
  public let rating: Rating
  /// Whether it is the one that counts: repeats and superseded ratings stay as history.
  public let isInForce: Bool

  public init(reference: RatingReference, rating: Rating, isInForce: Bool) {
    self.reference = reference
    self.rating = rating
    self.isInForce = isInForce
  }
}

/// An earlier ruling that may guide a later one.
public struct Precedent: Hashable, Sendable {
  public let seq: Int
  public let unit: UnitID
  public let outcome: Outcome
  public let at: Instant
  public let cites: [ClauseID]

  public init(seq: Int, unit: UnitID, outcome: Outcome, at: Instant, cites: [ClauseID]) {
    self.seq = seq
    self.unit = unit
    self.outcome = outcome
    self.at = at
    self.cites = cites
  }
}
