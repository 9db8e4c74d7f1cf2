import Agreement

/// What the queue's models cost: a ruling until every figure and the head of the queue are right again,
/// beside a full sweep of the same model.
struct YieldScenario: Scenario {
  static let name = "yield"

  private static let rulings = 200
  /// Rows that a screen asks for.
  private static let head = 64

  func measure(in workplace: Workplace) throws -> [Figure] {
    let made = MadeVotes()
    let opening = Stopwatch()
    var model = AnnotatorModel(votes: made.votes, keys: made.keys)
    let opened = opening.milliseconds
    var steps: [Double] = []
    var sweeps: [Double] = []
    for step in 0..<Self.rulings {
      guard let unit = model.top(1).first else { break }
      let watch = Stopwatch()
      // Every ninth ruling is taken back.
      let standing: UnitStanding = .ruled(made.truth[unit])
      model.set(unit, standing)
      if step % 9 == 8 { model.set(unit, .open) }
      let rows = model.top(Self.head)
      steps.append(watch.milliseconds / (step % 9 == 8 ? 2 : 1))
      precondition(rows.count == Self.head, "the queue has a head")
      guard model.isSweepDue else { continue }
      let sweep = Stopwatch()
      model.sweep()
      sweeps.append(sweep.milliseconds)
    }
    let base = Sample(sweeps).median
    func figure(_ name: String, _ value: Double, counts: String = "") -> Figure {
      Figure(
        name: name, size: "10⁵ items × 5 votes, 200 annotators, 3 labels", unit: .milliseconds,
        value: value, yardstick: "a full sweep", base: base, counts: counts)
    }
    let sample = Sample(steps)
    return [
      figure(
        "ruling to queue, mean", steps.reduce(0, +) / Double(steps.count),
        counts: "\(steps.count) rulings, \(sweeps.count) sweeps"),
      figure("ruling to queue, p95", sample.quantile(0.95)),
      figure("ruling to queue, worst", sample.most),
      figure("models from the start", opened),
    ]
  }
}
