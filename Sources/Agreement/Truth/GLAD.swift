internal import Glibc

/// True labels, an ability for every annotator and a difficulty for every unit (Whitehill, Ruvolo, Wu,
/// Bergsma & Movellan 2009, GLAD).
///
/// A vote is right with probability 1 / (1 + exp(−α eᵇ)), α the annotator's ability and b the unit's
/// ease; errors fall on all other labels alike. Expectation maximisation with normal priors of mean 1
/// and variance 1 on α and on b. The M-step goes uphill one parameter at a time, by Fisher scoring
/// with halved steps, so the objective never falls. Competences are the abilities, which may be
/// negative: an annotator who is wrong on purpose.
public enum GLAD {
  /// Fits the model. O(steps × votes), shared out to cores; memory O(votes + units × labels).
  ///
  /// - Parameter options: Smoothing has no meaning here.
  public static func estimate(
    _ votes: VoteTable, options: TruthOptions = TruthOptions(iterations: 50, tolerance: 1e-7)
  ) -> TruthEstimate {
    precondition(
      options.gold.isEmpty || options.gold.count == votes.unitCount,
      "known labels are given for every unit or for none")
    let rows = VoteRows(votes)
    var model = GLADModel(rows, gold: options.gold, shards: options.shards)
    var logLikelihoods: [Double] = []
    var objectives: [Double] = []
    var hasConverged = false
    while true {
      let logLikelihood = model.expect()
      let objective = logLikelihood + model.density
      if let last = objectives.last, let tolerance = options.tolerance {
        hasConverged = objective - last <= tolerance * max(1, objective.magnitude)
      }
      logLikelihoods.append(logLikelihood)
      objectives.append(objective)
      if hasConverged || objectives.count >= options.iterations { break }
      model.maximise()
    }
    let written = WrittenPosteriors(rows, detail: options.detail) { _ = model.expect(output: $0) }
    return TruthEstimate(
      model: .glad, status: rows.rows.isEmpty ? .undefinedNoData : .defined, units: written.units,
      posteriors: written.posteriors, priors: model.priors, confusions: [],
      competences: (0..<votes.annotatorCount).map {
        rows.votes(of: $0) == 0 ? nil : model.abilities[$0]
      },
      logLikelihoods: logLikelihoods, objectives: objectives, iterations: objectives.count,
      hasConverged: hasConverged, seed: nil, parameters: nil)
  }
}
