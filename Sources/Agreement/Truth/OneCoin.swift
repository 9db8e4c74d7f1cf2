/// True labels and one accuracy for every annotator, whose errors fall on all other labels alike, by
/// expectation maximisation: Dawid & Skene's model with one parameter a person, for those who gave
/// few votes.
///
/// As `DawidSkene` in everything else.
public enum OneCoin {
  /// Fits the model. O(steps × votes × labels), shared out to cores.
  public static func estimate(
    _ votes: VoteTable, options: TruthOptions = TruthOptions(), from start: TruthParameters? = nil
  ) -> TruthEstimate {
    var fit = ExpectationMaximization(votes, options: options)
    var model = OneCoinModel(options)
    if let start { fit.table.load(start) } else { fit.start(&model) }
    fit.climb(&model, steps: options.iterations - 1)
    return fit.finish(&model)
  }
}
