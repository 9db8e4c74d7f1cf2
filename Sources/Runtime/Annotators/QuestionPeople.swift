import Agreement
import Domain
import Store

/// The people of one question, measured from its votes: what the workbench's list of annotators and the
/// page of each are made from.
struct QuestionPeople: Sendable {
  let question: QuestionID
  let columns: VoteColumns
  let evidence: AnnotatorEvidence
  /// The worst first.
  let standings: [AnnotatorStanding]
  /// By person's code.
  let alone: [StandingAlone]
  let besideOthers: [LabelsBesideOthers]
  let models: [ModelBesidePeople]

  /// Measures everybody. O(Σ r²) for ratings r per unit, and the same again for each model.
  ///
  /// - Parameters:
  ///   - repeats: ratings of units that were shown again, under the codes of `columns`.
  ///   - isWanted: asked between the parts of the work; where it says no, there is nothing.
  init?(
    _ question: QuestionID, _ columns: VoteColumns, repeats: [OwnRepeat],
    while isWanted: () -> Bool
  ) {
    self.question = question
    self.columns = columns
    evidence = AnnotatorEvidence(
      votes: columns.votes, gold: columns.gold, ruled: columns.ruled, repeats: repeats,
      abstentions: columns.abstentions)
    guard isWanted() else { return nil }
    standings = AnnotatorStanding.all(evidence, differences: false)
    guard isWanted() else { return nil }
    alone = StandingAlone.all(columns.votes, ruled: columns.ruled)
    besideOthers = LabelsBesideOthers.all(columns.votes)
    var models: [ModelBesidePeople] = []
    for model in columns.models {
      guard isWanted() else { return nil }
      models.append(ModelBesidePeople(model, columns))
    }
    self.models = models
  }
}
