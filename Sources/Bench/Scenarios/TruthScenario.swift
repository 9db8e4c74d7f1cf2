import Agreement

/// True labels from votes: ten steps of each model, beside the majority of the same votes, which is
/// one look at all of them.
struct TruthScenario: Scenario {
  static let name = "truth"

  /// The row that `docs/benchmarks/truth_peers.py` looks for.
  private static let first = "Dawid–Skene"

  private static let steps = 10

  func measure(in workplace: Workplace) throws -> [Figure] {
    let sizes = [1_000_000] + (workplace.isLarge ? [10_000_000] : [])
    return try sizes.flatMap { try measure($0) }
  }

  private func measure(_ ratings: Int) throws -> [Figure] {
    let votes = try MadeTable(ratings: ratings).votes()
    // The first look pays for memory that later ones find ready.
    _ = MajorityVote.estimate(votes)
    let watch = Stopwatch()
    let majority = MajorityVote.estimate(votes)
    let base = watch.milliseconds
    precondition(majority.units.count == votes.unitCount, "every unit has an answer")
    let size =
      "\(Report.digits(Double(ratings))) ratings, \(Report.digits(Double(votes.unitCount))) items"
    func figure(_ name: String, _ fit: () -> TruthEstimate) -> (Figure, TruthEstimate) {
      let watch = Stopwatch()
      let estimate = fit()
      let spent = watch.milliseconds
      precondition(estimate.iterations == Self.steps, "as many steps as were asked for")
      let figure = Figure(
        name: name, size: size, unit: .milliseconds, value: spent, yardstick: "the majority",
        base: base, counts: "\(Self.steps) steps")
      return (figure, estimate)
    }
    let all = figure(Self.first) { DawidSkene.estimate(votes, options: Self.options()) }
    let one = figure("\(Self.first), one core") {
      DawidSkene.estimate(votes, options: Self.options(shards: 1))
    }
    precondition(all.1 == one.1, "the number of cores changes no bit")
    return [
      all.0, one.0,
      figure("one-coin") { OneCoin.estimate(votes, options: Self.options()) }.0,
      figure("MACE, one start") { MACE.estimate(votes, options: Self.options()) }.0,
      figure("GLAD") { GLAD.estimate(votes, options: Self.options()) }.0,
    ]
  }

  private static func options(shards: Int? = nil) -> TruthOptions {
    TruthOptions(iterations: steps, tolerance: nil, restarts: 1, shards: shards)
  }
}
