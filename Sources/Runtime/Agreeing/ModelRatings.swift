package import Agreement
package import Domain

/// One model's ratings beside people's.
package struct ModelRatings: Sendable {
  package let model: AnnotatorID
  package let votes: ModelVotes

  /// By label code.
  package let labels: [String]
  package let annotators: [String]

  /// The models of a question, by name. Of several votes on one unit the last one counts.
  package static func all(of votes: QuestionVotes) -> [ModelRatings] {
    votes.models.indices.map { model in
      var labels = Array(repeating: ModelVotes.none, count: votes.units.count)
      var confidences = Array(repeating: Double.nan, count: votes.units.count)
      for vote in votes.modelVotes where vote.model == model {
        labels[vote.unit] = vote.label
        confidences[vote.unit] = vote.confidence ?? .nan
      }
      let hasConfidence = confidences.contains { !$0.isNaN }
      return ModelRatings(
        model: votes.models[model],
        votes: ModelVotes(
          people: votes.table, labels: labels, confidences: hasConfidence ? confidences : []),
        labels: votes.labels, annotators: votes.annotators.map(\.text))
    }
  }

  /// A model's probabilities beside the labels that are known: gold where there is gold, else what
  /// most people say. Units that tie, or that the model says nothing of, are left out.
  ///
  /// - Parameter probabilities: by item, then by label code, one for each label of `votes`.
  /// - Returns: the table, with the unit that each of its rows is about.
  package static func probabilities(
    _ probabilities: [ItemID: [Double]], of votes: QuestionVotes
  ) throws(AgreementError) -> (table: ProbabilityTable, units: [Int]) {
    var units: [Int] = []
    var labels: [Int] = []
    var rows: [[Double]] = []
    for (unit, item) in votes.units.enumerated() {
      guard let row = probabilities[item], let label = known(unit, votes) else { continue }
      units.append(unit)
      labels.append(label)
      rows.append(row)
    }
    return (try ProbabilityTable(labels: labels, rows: rows), units)
  }

  private static func known(_ unit: Int, _ votes: QuestionVotes) -> Int? {
    if votes.gold[unit] != QuestionVotes.none { return Int(votes.gold[unit]) }
    let standing = UnitAgreement(
      votes.table.votes(of: unit).map {
        UnitRating(annotator: votes.table.annotators[$0], label: votes.table.labels[$0])
      })
    return standing.isTied ? nil : standing.leading?.label
  }
}
