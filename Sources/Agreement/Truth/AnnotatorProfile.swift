/// Everything that is known about one annotator's labels.
public struct AnnotatorProfile: Equatable, Sendable {
  /// With fewer votes than this, an annotator is not judged: Wilson's interval of an accuracy of 0.8
  /// is then wider than 0.3.
  public static let leastVotes = 20

  /// The annotator's code.
  public let annotator: Int

  public let votes: Int

  /// Units with a vote of theirs.
  public let units: Int

  /// Against the model's labels, counted; nil without a model.
  public let truth: LabelComparison?

  /// Against the label with most votes of the others.
  public let rest: LabelComparison

  /// Against gold, and against rulings, where there are any.
  public let gold: LabelComparison?
  public let rulings: LabelComparison?

  /// The model's own matrix, where it has one.
  public let confusion: AnnotatorConfusion?

  /// The model's competence: see `TruthEstimate.competences`.
  public let competence: Double?

  /// By the model's matrix, else by the counts against gold, rulings or the model's labels.
  public let spammerScore: Estimate

  /// Whether there are too few votes to judge by.
  public var hasTooFewVotes: Bool { votes < Self.leastVotes }

  /// Every annotator's profile, by code. O(votes + annotators × labels³).
  ///
  /// - Parameters:
  ///   - truth: A model fitted to these votes.
  ///   - gold: By unit, the gold label's code or `LabelComparison.noLabel`; may be empty.
  ///   - rulings: Likewise, of rulings.
  public static func all(
    _ votes: VoteTable, truth: TruthEstimate? = nil, gold: [Int32] = [], rulings: [Int32] = []
  ) -> [AnnotatorProfile] {
    let byTruth = truth.map { LabelComparison.against($0, votes: votes) }
    let byRest = LabelComparison.againstRest(votes: votes)
    let byGold = gold.isEmpty ? nil : LabelComparison.against(gold, votes: votes)
    let byRulings = rulings.isEmpty ? nil : LabelComparison.against(rulings, votes: votes)
    let tallies = tallies(votes)
    return (0..<votes.annotatorCount).map { annotator in
      let confusion = truth.flatMap { $0.confusions.isEmpty ? nil : $0.confusions[annotator] }
      let hard = byGold?[annotator] ?? byRulings?[annotator] ?? byTruth?[annotator]
      return AnnotatorProfile(
        annotator: annotator, votes: tallies[annotator].votes, units: tallies[annotator].units,
        truth: byTruth?[annotator], rest: byRest[annotator], gold: byGold?[annotator],
        rulings: byRulings?[annotator], confusion: confusion,
        competence: truth?.competences[annotator],
        spammerScore: confusion.map { SpammerScore.estimate($0) } ?? hard?.spammerScore
          ?? Estimate(undefined: .undefinedNoData))
    }
  }

  private struct Tally {
    var votes = 0
    var units = 0
    var lastUnit = -1
  }

  private static func tallies(_ votes: VoteTable) -> [Tally] {
    var tallies = Array(repeating: Tally(), count: votes.annotatorCount)
    for unit in 0..<votes.unitCount {
      for vote in votes.votes(of: unit) where votes.annotators[vote] >= 0 {
        let annotator = Int(votes.annotators[vote])
        tallies[annotator].votes += 1
        guard tallies[annotator].lastUnit != unit else { continue }
        tallies[annotator].units += 1
        tallies[annotator].lastUnit = unit
      }
    }
    return tallies
  }
}
