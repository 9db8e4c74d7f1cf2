import Agreement

/// What the queue's models cost: a ruling until every figure and the head of the queue are right again,
/// beside a full sweep of the same model.
struct YieldScenario: Scenario {
  static let name = "yield"

  private static let items = 100_000
  private static let votesPerItem = 5
  private static let annotators = 200
  private static let labels = 3
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

  /// Votes whose truth is known, the same every time.
  private struct MadeVotes {
    let votes: VoteTable
    let truth: [Int32]
    let keys: [UInt64]

    init() {
      var numbers = SeededNumbers(seed: 20_261_122)
      let accuracies = (0..<YieldScenario.annotators).map { _ in 0.5 + 0.45 * numbers.share() }
      var truth: [Int32] = []
      var annotators: [Int32] = []
      var labels: [Int32] = []
      for _ in 0..<YieldScenario.items {
        let right = Int32(numbers.next() % UInt64(YieldScenario.labels))
        truth.append(right)
        let first = Int(numbers.next() % UInt64(YieldScenario.annotators))
        let step = 1 + 2 * Int(numbers.next() % 9)
        for place in 0..<YieldScenario.votesPerItem {
          let annotator = (first + place * step) % YieldScenario.annotators
          let isRight = numbers.share() < accuracies[annotator]
          annotators.append(Int32(annotator))
          labels.append(
            isRight ? right : Int32(numbers.next() % UInt64(YieldScenario.labels)))
        }
      }
      self.truth = truth
      keys = (0..<YieldScenario.items).map { AnnotatorModel.key("item-\($0)", "label") }
      votes = VoteTable(
        offsets: (0...YieldScenario.items).map { $0 * YieldScenario.votesPerItem },
        annotators: annotators, labels: labels, annotatorCount: YieldScenario.annotators,
        labelCount: YieldScenario.labels)
    }
  }
}
