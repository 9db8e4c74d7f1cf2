/// One annotator in the list: everything a lead looks at before talking to somebody.
public struct AnnotatorStanding: Equatable, Sendable {
  /// The annotator's code.
  public let annotator: Int

  public let ratings: Int

  /// Units in which they were asked and declined.
  public let abstentions: Int

  /// Agreement with all other annotators; nil for one who only declined.
  public let rest: AnnotatorAgainstRest?

  /// Against gold; nil where there is none.
  public let gold: ReferenceTable?

  /// Against what was ruled; nil where nothing was. Only contested units are ruled on, so it says
  /// how somebody fares where it is hard, not how well they work in general.
  public let rulings: ReferenceTable?

  /// Against what a model infers from all votes; nil without a model.
  public let inferred: ReferenceTable?

  /// The share of own repeats that agree, with Wilson's interval.
  public let selfConsistency: Estimate

  /// The pairs of own repeats behind it.
  public let repeats: Int

  public let pace: RatingPace
  public let trend: StandingTrend

  /// How often each label is given, beside the others; by label.
  public let habits: [LabelHabit]

  /// Every annotator who rated or declined, the worst first: by κ with the rest where it rests on
  /// enough units, then those with too few, then those without; equal ones by code.
  ///
  /// - Parameter differences: Whether α without each annotator is wanted; see `AnnotatorAgainstRest`.
  /// - Complexity: O(Σ r²) for ratings r per unit.
  public static func all(
    _ evidence: AnnotatorEvidence, differences: Bool = true
  ) -> [AnnotatorStanding] {
    let votes = evidence.votes
    var rest: [Int: AnnotatorAgainstRest] = [:]
    var parts = Parts()
    // About as much work on either side; what comes out does not depend on who does it.
    CoreShare.each(2) { side in
      if side == 0 {
        for entry in AnnotatorAgainstRest.all(votes, differences: differences) {
          rest[entry.annotator] = entry
        }
      } else {
        parts = Parts(evidence)
      }
    }
    var repeats = Array(repeating: 0, count: votes.annotatorCount)
    var agreeing = repeats
    for pair in evidence.repeats where pair.annotator >= 0 {
      repeats[Int(pair.annotator)] += 1
      if pair.earlier == pair.later { agreeing[Int(pair.annotator)] += 1 }
    }
    let standings = (0..<votes.annotatorCount).compactMap { annotator -> AnnotatorStanding? in
      let declined = evidence.abstentions.isEmpty ? 0 : evidence.abstentions[annotator]
      guard rest[annotator] != nil || declined > 0 else { return nil }
      return AnnotatorStanding(
        annotator: annotator, ratings: rest[annotator]?.ratings ?? 0, abstentions: declined,
        rest: rest[annotator], gold: parts.gold.isEmpty ? nil : parts.gold[annotator],
        rulings: parts.rulings.isEmpty ? nil : parts.rulings[annotator],
        inferred: parts.inferred.isEmpty ? nil : parts.inferred[annotator],
        selfConsistency: Estimate.share(agreeing[annotator], of: repeats[annotator]),
        repeats: repeats[annotator], pace: parts.paces[annotator],
        trend: parts.trends[annotator], habits: parts.habits[annotator])
    }
    return standings.sorted(by: isWorse)
  }

  /// What needs no agreement with the others, by annotator.
  private struct Parts {
    var gold: [ReferenceTable] = []
    var rulings: [ReferenceTable] = []
    var inferred: [ReferenceTable] = []
    var paces: [RatingPace] = []
    var trends: [StandingTrend] = []
    var habits: [[LabelHabit]] = []

    init() {}

    init(_ evidence: AnnotatorEvidence) {
      let votes = evidence.votes
      gold = ReferenceTable.all(votes, reference: evidence.gold)
      rulings = ReferenceTable.all(votes, reference: evidence.ruled)
      inferred = ReferenceTable.all(votes, reference: evidence.inferred)
      paces = RatingPace.all(votes)
      trends = StandingTrend.all(votes)
      habits = LabelHabit.all(votes)
    }
  }

  private static func isWorse(_ left: AnnotatorStanding, _ right: AnnotatorStanding) -> Bool {
    let (first, second) = (left.rank, right.rank)
    if first != second { return first < second }
    let one = left.rest?.kappa.value ?? .infinity
    let other = right.rest?.kappa.value ?? .infinity
    return one == other ? left.annotator < right.annotator : one < other
  }

  private var rank: Int {
    guard let rest, rest.kappa.value != nil else { return 2 }
    return rest.isEnough ? 0 : 1
  }
}
