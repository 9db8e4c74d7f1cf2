/// True labels and a confusion matrix for every annotator, by expectation maximisation (Dawid &
/// Skene 1979).
///
/// It starts from the shares of the votes. A step takes the posterior of every unit's truth (E),
/// then the mean posterior as the labels' priors and the expected votes, never fewer than 10⁻¹⁰, as
/// confusion matrices (M). Several votes of one annotator in one unit multiply. An annotator who
/// never voted where some label is true says every label alike there.
///
/// Sums are exact on the grids of `FixedPoint`: the order of units, votes, annotators and labels and
/// the number of cores change no bit of the result.
public enum DawidSkene {
  /// Fits the model. O(steps × votes × labels), shared out to cores; memory O(units + annotators'
  /// labels × labels), and units × labels where all posteriors are kept.
  ///
  /// - Parameter start: What an earlier fit has learned, to go on from; labels have the same codes.
  public static func estimate(
    _ votes: VoteTable, options: TruthOptions = TruthOptions(), from start: TruthParameters? = nil
  ) -> TruthEstimate {
    var fit = ExpectationMaximization(votes, options: options)
    var model = DawidSkeneModel(options)
    if let start { fit.table.load(start) } else { fit.start(&model) }
    fit.climb(&model, steps: options.iterations - 1)
    return fit.finish(&model)
  }
}
