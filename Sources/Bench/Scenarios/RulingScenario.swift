import Domain
import Runtime
import Store

/// Recording a ruling: decided on the log's head, appended and synced, tables moved.
struct RulingScenario: Scenario {
  static let name = "ruling"
  private static let count = 100

  func measure(in workplace: Workplace) throws -> [Figure] {
    try [1000, 1_000_000].flatMap { try measure($0, in: workplace) }
  }

  private func measure(_ ratings: Int, in workplace: Workplace) throws -> [Figure] {
    let folder = try workplace.project(ratings)
    let project = try Project.open(folder, surroundings: workplace.surroundings)
    let query = QueueQuery(
      order: .policy(project.configuration.queue.policy), viewer: project.me?.id, now: project.now)
    let rows = try project.index.page(query, offset: 0, count: Self.count).rows
    let batch = try project.index.newestBatch()
    var times: [Double] = []
    var loop: [Double] = []
    for row in rows {
      loop += try SyncLoop.milliseconds(in: folder.path, bytes: 512, count: 2)
      guard let value = row.leads else { continue }
      let decision = Decision(
        seatID: SeatID(unit: row.unit, seat: .main), base: row.standing?.seq ?? -1, batch: batch,
        outcome: .value(value))
      let watch = Stopwatch()
      try project.record(.rule(decision))
      times.append(watch.milliseconds)
      // Taken back, so that the next round finds the same queue.
      try project.record(.withdraw(decision.seatID))
    }
    let base = Sample(loop).median
    return [("p50", 0.5), ("p95", 0.95)].map { label, share in
      Figure(
        name: "record a ruling, \(label)", size: "\(Report.digits(Double(ratings))) ratings",
        unit: .milliseconds, value: Sample(times).quantile(share),
        yardstick: "write + fdatasync, p50", base: base, counts: "\(times.count) rulings")
    }
  }
}
