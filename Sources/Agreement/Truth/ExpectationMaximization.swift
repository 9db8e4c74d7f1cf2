/// Fits a model of confusion matrices: E-step and M-step by turns until the objective stands still.
struct ExpectationMaximization {
  let rows: VoteRows
  let pass: PosteriorPass
  let table: ConfusionTable
  let options: TruthOptions

  /// Annotators with codes.
  let namedCount: Int

  /// What the steps so far have done; to be kept and put back where several starts are compared.
  var trace = Trace()

  struct Trace {
    /// The logarithm of the prior's density at what the table holds; 0 where nothing is smoothed.
    var density = 0.0
    var logLikelihoods: [Double] = []
    var objectives: [Double] = []
    var hasConverged = false
  }

  init(_ votes: VoteTable, options: TruthOptions) {
    precondition(
      options.gold.isEmpty || options.gold.count == votes.unitCount,
      "known labels are given for every unit or for none")
    rows = VoteRows(votes)
    let grid = FixedPoint(rows)
    pass = PosteriorPass(rows, grid: grid, gold: options.gold, shards: options.shards)
    table = ConfusionTable(rows, grid: grid)
    self.options = options
    namedCount = votes.annotatorCount
  }

  /// An M-step from the shares of the votes.
  mutating func start(_ model: inout some ConfusionModel) {
    pass.start()
    trace.density = model.refit(table, from: pass.counts)
  }

  /// At most so many steps from what the table holds; the objective stands still at the last
  /// E-step, or an M-step ends it.
  mutating func climb(_ model: inout some ConfusionModel, steps: Int) {
    for _ in 0..<max(0, steps) {
      pass.run(table, output: nil)
      record()
      if trace.hasConverged { return }
      trace.density = model.refit(table, from: pass.counts)
    }
  }

  /// One more E-step, written out, and the M-step after it. Where the objective has come to stand
  /// still this is the last step once more, else it counts.
  mutating func finish(
    _ model: inout some ConfusionModel, seed: UInt64? = nil
  ) -> TruthEstimate {
    let written = WrittenPosteriors(rows, detail: options.detail) { pass.run(table, output: $0) }
    if !trace.hasConverged { record() }
    _ = model.refit(table, from: pass.counts)
    let priors = model.priors(pass.counts)
    let counts = pass.counts
    return TruthEstimate(
      model: model.name, status: rows.rows.isEmpty ? .undefinedNoData : .defined,
      units: written.units,
      posteriors: written.posteriors, priors: priors,
      confusions: (0..<namedCount).map { table.confusion(of: $0, counts: counts) },
      competences: (0..<namedCount).map { annotator in
        rows.votes(of: annotator) == 0 ? nil : model.competence(of: annotator, counts: counts)
      },
      logLikelihoods: trace.logLikelihoods, objectives: trace.objectives,
      iterations: trace.objectives.count, hasConverged: trace.hasConverged, seed: seed,
      parameters: table.parameters(namedCount: namedCount, priors: priors))
  }

  private mutating func record() {
    let logLikelihood = pass.counts.naturalLogLikelihood
    let objective = logLikelihood + trace.density
    if let last = trace.objectives.last, let tolerance = options.tolerance {
      trace.hasConverged = objective - last <= tolerance * max(1, objective.magnitude)
    }
    trace.logLikelihoods.append(logLikelihood)
    trace.objectives.append(objective)
  }
}
