import Domain
import Runtime
import Store

/// What the models of annotators cost in a project: from a ruling that is on disk until the head of the
/// queue is right again, read through the tables, beside recording the ruling itself.
struct LearningScenario: Scenario {
  static let name = "learning"
  private static let count = 60
  /// Rows that a screen asks for.
  private static let head = 64

  func measure(in workplace: Workplace) throws -> [Figure] {
    let folder = try workplace.learningProject()
    let project = try Project.open(folder, surroundings: workplace.surroundings)
    let index = project.index
    let fitting = Stopwatch()
    let learning = try index.learn()
    let fitted = fitting.milliseconds
    guard case .models(let annotators, _) = learning else {
      throw BenchFailure("no models were fitted: \(learning)")
    }
    let query = QueueQuery(viewer: project.me?.id, now: project.now)
    let batch = try index.newestBatch()
    var records: [Double] = []
    var steps: [Double] = []
    var pages: [Double] = []
    var sweeps: [Double] = []
    for _ in 0..<Self.count {
      guard let row = try index.page(query, offset: 0, count: 1).rows.first, let value = row.leads
      else { break }
      let decision = Decision(
        seatID: SeatID(unit: row.unit, seat: .main), base: row.standing?.seq ?? -1, batch: batch,
        outcome: .value(value))
      let recording = Stopwatch()
      try project.record(.rule(decision))
      records.append(recording.milliseconds)
      let stepping = Stopwatch()
      guard case .followed = try index.followLearning() else {
        throw BenchFailure("the models did not follow")
      }
      steps.append(stepping.milliseconds)
      let reading = Stopwatch()
      _ = try index.page(query, offset: 0, count: Self.head)
      pages.append(reading.milliseconds)
      if index.isSweepDue {
        let sweeping = Stopwatch()
        index.sweepLearning()
        sweeps.append(sweeping.milliseconds)
      }
      // Taken back, so that the next round finds the same queue.
      try project.record(.withdraw(decision.seatID))
      _ = try index.followLearning()
    }
    let base = Sample(records).median
    let size = "10⁵ items × 5 votes, \(annotators) annotators"
    func figure(_ name: String, _ value: Double, counts: String = "") -> Figure {
      Figure(
        name: name, size: size, unit: .milliseconds, value: value,
        yardstick: "recording the ruling, p50", base: base, counts: counts)
    }
    return [
      figure("ruling into the models, p50", Sample(steps).median, counts: "\(steps.count) rulings"),
      figure("ruling into the models, p95", Sample(steps).quantile(0.95)),
      figure("first \(Self.head) rows of the queue, p50", Sample(pages).median),
      figure("sweep, when nobody waits", Sample(sweeps).median, counts: "\(sweeps.count) sweeps"),
      figure("first fit, from the tables", fitted),
    ]
  }
}
