import Agreement
import Domain
import Store

/// A model measured as if it were one more annotator of the units it labelled. Nobody else's figures
/// know of it.
struct ModelBesidePeople: Sendable {
  let name: AnnotatorID
  let evidence: AnnotatorEvidence
  /// nil for a model without a vote.
  let standing: AnnotatorStanding?
  let alone: StandingAlone

  /// O(Σ r²) over the units that the model labelled.
  init(_ model: VoteColumns.Model, _ columns: VoteColumns) {
    let people = columns.votes
    let code = Int32(people.annotatorCount)
    var offsets = [0]
    var annotators: [Int32] = []
    var labels: [Int32] = []
    var gold: [Int32] = []
    var ruled: [Int32] = []
    for unit in model.labels.indices where model.labels[unit] >= 0 {
      for vote in people.votes(of: unit) {
        annotators.append(people.annotators[vote])
        labels.append(people.labels[vote])
      }
      annotators.append(code)
      labels.append(model.labels[unit])
      offsets.append(labels.count)
      if !columns.gold.isEmpty { gold.append(columns.gold[unit]) }
      if !columns.ruled.isEmpty { ruled.append(columns.ruled[unit]) }
    }
    let votes = VoteTable(
      offsets: offsets, annotators: annotators, labels: labels, annotatorCount: Int(code) + 1,
      labelCount: people.labelCount)
    name = model.name
    evidence = AnnotatorEvidence(votes: votes, gold: gold, ruled: ruled)
    standing = AnnotatorStanding.all(evidence, differences: false).first {
      $0.annotator == Int(code)
    }
    alone = StandingAlone.all(votes, ruled: ruled)[Int(code)]
  }
}
