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
  /// - Complexity: O(Σ r²) for ratings r per unit.
  public static func all(_ evidence: AnnotatorEvidence) -> [AnnotatorStanding] {
    let votes = evidence.votes
    var rest: [Int: AnnotatorAgainstRest] = [:]
    for entry in AnnotatorAgainstRest.all(votes) { rest[entry.annotator] = entry }
    let gold = ReferenceTable.all(votes, reference: evidence.gold)
    let rulings = ReferenceTable.all(votes, reference: evidence.ruled)
    let inferred = ReferenceTable.all(votes, reference: evidence.inferred)
    let paces = RatingPace.all(votes)
    let trends = StandingTrend.all(votes)
    let habits = LabelHabit.all(votes)
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
        rest: rest[annotator], gold: gold.isEmpty ? nil : gold[annotator],
        rulings: rulings.isEmpty ? nil : rulings[annotator],
        inferred: inferred.isEmpty ? nil : inferred[annotator],
        selfConsistency: Estimate.share(agreeing[annotator], of: repeats[annotator]),
        repeats: repeats[annotator], pace: paces[annotator], trend: trends[annotator],
        habits: habits[annotator])
    }
    return standings.sorted(by: isWorse)
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
