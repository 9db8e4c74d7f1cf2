/// All that is known about how annotators worked on one question: what `AnnotatorStanding` is
/// computed from.
public struct AnnotatorEvidence: Sendable {
  /// A unit of which nothing is known.
  public static let unknown: Int32 = -1

  /// A unit of which a ruling says that every label given was wrong.
  public static let noneOfThese: Int32 = -2

  /// At most one vote of an annotator in a unit; times and durations where they are known.
  public let votes: VoteTable

  /// By unit: the gold label or `unknown`; empty where there is no gold.
  public let gold: [Int32]

  /// By unit: the ruled label, `noneOfThese` or `unknown`; empty where nothing was ruled.
  public let ruled: [Int32]

  /// By unit: the label that a model infers, or `unknown`; empty without a model.
  public let inferred: [Int32]

  /// Ratings of units that were shown again.
  public let repeats: [OwnRepeat]

  /// By annotator: units in which they were asked and declined; empty where none did.
  public let abstentions: [Int]

  /// - Precondition: a list by unit has an entry for every unit, or none at all.
  public init(
    votes: VoteTable, gold: [Int32] = [], ruled: [Int32] = [], inferred: [Int32] = [],
    repeats: [OwnRepeat] = [], abstentions: [Int] = []
  ) {
    for list in [gold, ruled, inferred] {
      precondition(list.isEmpty || list.count == votes.unitCount, "an entry a unit, or none")
    }
    self.votes = votes
    self.gold = gold
    self.ruled = ruled
    self.inferred = inferred
    self.repeats = repeats
    self.abstentions = abstentions
  }

  /// What an annotator's labels are held against.
  public enum Reference: String, Sendable, CaseIterable {
    case gold
    case rulings
    case model
  }

  /// The reference labels by unit; empty where there are none.
  public func labels(_ reference: Reference) -> [Int32] {
    switch reference {
    case .gold: gold
    case .rulings: ruled
    case .model: inferred
    }
  }
}
