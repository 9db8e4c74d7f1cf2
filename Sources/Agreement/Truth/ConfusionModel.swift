/// The M-step of a model whose votes follow a matrix of confusions by annotator.
protocol ConfusionModel {
  var name: TruthModel { get }

  /// Fills the table from what the E-step counted; returns the logarithm of the prior's density at
  /// what was chosen, 0 where nothing is smoothed.
  mutating func refit(_ table: ConfusionTable, from counts: PosteriorCounts) -> Double

  /// How often each label is true, by what was last fitted.
  func priors(_ counts: PosteriorCounts) -> [Double]

  /// An annotator's competence by what was last fitted.
  func competence(of annotator: Int, counts: PosteriorCounts) -> Double
}
