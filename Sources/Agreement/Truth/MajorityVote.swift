/// True labels by votes of equal weight.
public enum MajorityVote {
  /// Posteriors are the shares of the votes; a tie is flagged and never broken; an annotator's
  /// competence is the mean share of the votes in the annotator's units that say the same, the own
  /// one among them. O(votes × labels).
  public static func estimate(
    _ votes: VoteTable, options: TruthOptions = TruthOptions()
  ) -> TruthEstimate {
    let model = VoteModel(votes, options: options)
    return model.estimate(.majority) { model.pass.start(output: $0) }
  }
}
