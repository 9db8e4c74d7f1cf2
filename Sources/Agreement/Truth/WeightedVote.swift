/// True labels by votes that weigh more from annotators who agree more with the majority.
public enum WeightedVote {
  /// Every vote weighs ln((q − 1) a / (1 − a)) with its annotator's accuracy a among q labels, which
  /// is best where annotators err independently and on all labels alike (Nitzan & Paroush 1982).
  /// Here a = (1 + votes for the plurality) / (2 + votes). Posteriors are by that model, all labels
  /// taken for equally frequent. O(votes × labels).
  public static func logOdds(
    _ votes: VoteTable, options: TruthOptions = TruthOptions()
  ) -> TruthEstimate {
    let model = VoteModel(votes, options: options)
    let table = ConfusionTable(model.rows, grid: model.pass.grid)
    let labels = model.rows.labelCount
    for label in 0..<labels { table.setPrior(1 / Double(labels), of: label) }
    for (annotator, agreement) in model.agreementWithPlurality().enumerated() {
      let votes = Double(model.rows.votes(of: annotator))
      table.setAccuracy((agreement * votes + 1) / (votes + 2), of: annotator)
    }
    return model.estimate(.weightedMajority) { model.pass.run(table, output: $0) }
  }

  /// Worker agreement with aggregate (WAWA): a vote weighs the share of its annotator's votes that
  /// went to a label with most votes of the unit; posteriors are shares of weights.
  /// O(votes × labels).
  public static func byAgreement(
    _ votes: VoteTable, options: TruthOptions = TruthOptions()
  ) -> TruthEstimate {
    let model = VoteModel(votes, options: options)
    let rows = model.rows
    let table = ConfusionTable(rows, grid: model.pass.grid)
    table.priors.fill(with: 0)
    for (annotator, agreement) in model.agreementWithPlurality().enumerated() {
      for row in rows.annotatorRows[annotator]..<rows.annotatorRows[annotator + 1] {
        table.logs[row * rows.lanes * 4 + Int(rows.rowLabels[row])] = table.rounded(agreement)
      }
    }
    return model.estimate(.agreementWeighted) { model.pass.weigh(table, output: $0) }
  }
}
