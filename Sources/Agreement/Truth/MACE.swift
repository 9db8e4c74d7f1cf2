/// True labels, and how often each annotator knows rather than spams (Hovy, Berg-Kirkpatrick, Vaswani
/// & Hovy 2013, MACE).
///
/// With probability 1 − θ an annotator gives the true label, else draws one from a distribution of
/// their own; all labels are taken for equally frequent. Expectation maximisation, smoothed with
/// 0.01 votes spread over the labels where the options add none, from several starts: the first from
/// the shares of the votes, the others at random. The start with the largest objective is kept.
///
/// Random numbers depend on the seed and on what the annotators' votes look like, not on codes or
/// order; two annotators whose votes look the same draw the same.
public enum MACE {
  /// Fits the model. O(starts × steps × votes × labels), shared out to cores.
  public static func estimate(
    _ votes: VoteTable, options: TruthOptions = TruthOptions(iterations: 50)
  ) -> TruthEstimate {
    var fit = ExpectationMaximization(votes, options: options)
    let blank = MACEModel(fit.rows, options: options)
    var best = blank
    fit.start(&best)
    fit.climb(&best, steps: options.iterations - 1)
    var bestTrace = fit.trace
    let colours = VoteColours(fit.rows)
    for restart in 1..<max(1, options.restarts) {
      var model = blank
      model.draw(fit.rows, colours: colours, seed: options.seed &+ UInt64(restart))
      fit.trace = ExpectationMaximization.Trace()
      fit.trace.density = model.fill(fit.table)
      fit.climb(&model, steps: options.iterations - 1)
      let objective = fit.trace.objectives.last ?? -.infinity
      guard objective > bestTrace.objectives.last ?? -.infinity else { continue }
      best = model
      bestTrace = fit.trace
    }
    fit.trace = bestTrace
    fit.trace.density = best.fill(fit.table)
    return fit.finish(&best, seed: options.seed)
  }
}
