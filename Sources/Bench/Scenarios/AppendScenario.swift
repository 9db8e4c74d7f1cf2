import Ledger

/// Appending rulings to the log, synced before it is answered: one by one and in groups.
struct AppendScenario: Scenario {
  static let name = "append"
  private static let group = 64

  func measure(in workplace: Workplace) throws -> [Figure] {
    let folder = try workplace.scratch("append")
    var log = try MadeLog(in: folder + "/log")
    var single: [Double] = []
    var loop: [Double] = []
    // In turns, so that both see the same disk.
    for _ in 0..<10 {
      loop += try SyncLoop.milliseconds(in: folder, bytes: 512, count: 30)
      for _ in 0..<30 {
        let watch = Stopwatch()
        try log.rule(1)
        single.append(watch.milliseconds)
      }
    }
    let watch = Stopwatch()
    for _ in 0..<40 { try log.rule(Self.group) }
    let grouped = 40 * Double(Self.group) / watch.seconds
    let syncs = Double(loop.count) / (loop.reduce(0, +) / 1000)
    let appends = Double(single.count) / (single.reduce(0, +) / 1000)
    return [
      rate("append, one event a sync", appends, syncs),
      rate("append, 64 events a sync", grouped, syncs),
      time("append, one event, p50", single, loop, 0.5),
      time("append, one event, p95", single, loop, 0.95),
    ]
  }

  private func rate(_ name: String, _ value: Double, _ base: Double) -> Figure {
    Figure(
      name: name, size: "empty log", unit: .perSecond, value: value,
      yardstick: "write + fdatasync", base: base)
  }

  private func time(
    _ name: String, _ values: [Double], _ base: [Double], _ share: Double
  ) -> Figure {
    Figure(
      name: name, size: "empty log", unit: .milliseconds, value: Sample(values).quantile(share),
      yardstick: "write + fdatasync, p50", base: Sample(base).median)
  }
}
