import Foundation
import Glibc
import Runtime

/// From starting the program on a terminal until its queue stands there.
struct StartScenario: Scenario {
  static let name = "start"
  private static let repetitions = 15

  func measure(in workplace: Workplace) throws -> [Figure] {
    let version = Sample(
      try (0..<Self.repetitions).map { _ in try workplace.run(["--version"]).seconds * 1000 })
    var figures: [Figure] = []
    var small = Double.nan
    for ratings in [1000, 1_000_000] {
      let project = try workplace.project(ratings)
      let starts = try (0..<Self.repetitions).map { _ in try start(project, in: workplace) }
      let times = Sample(starts.map(\.seconds))
      let size = "\(Report.digits(Double(ratings))) ratings, 120×40"
      for (label, share) in [("p50", 0.5), ("p95", 0.95)] {
        figures.append(
          Figure(
            name: "start to queue, \(label)", size: size, unit: .milliseconds,
            value: times.quantile(share) * 1000, yardstick: "`tiebreak --version`",
            base: version.median, counts: "\(starts.count) starts"))
      }
      let memory = Sample(starts.map(\.peakMegabytes))
      let sitting = Sitting(folder: project, surroundings: workplace.surroundings)
      let inside = try (0..<5).map { _ in try sitting.run([]).firstPaint ?? .nan }
      figures.append(
        Figure(
          name: "start, without process and terminal", size: size, unit: .milliseconds,
          value: Sample(inside).median, yardstick: "`tiebreak --version`", base: version.median,
          counts: "peak memory of a sitting \(Report.digits(memory.median)) MB"))
      if ratings == 1000 { small = times.median }
      if ratings == 1_000_000 {
        figures.append(
          Figure(
            name: "start, large beside small", size: size, unit: .milliseconds,
            value: times.median * 1000, yardstick: "the same with 1 000 ratings",
            base: small * 1000))
      }
    }
    return figures
  }

  private func start(_ project: ProjectFolder, in workplace: Workplace) throws -> Child {
    try forgetPlace(project, in: workplace)
    let terminal = try PseudoTerminal(rows: 40, columns: 120)
    let watch = Stopwatch()
    let process = try terminal.start(
      [workplace.program, "-C", project.path], environment: workplace.environment)
    _ = try terminal.read(until: "disagreements", within: 30)
    let seconds = watch.seconds
    let memory = MemoryWatch(process)
    terminal.hangUp()
    _ = try Child.wait(for: process)
    return Child(seconds: seconds, peakMemory: memory.stop())
  }

  /// Every start is the first: on the queue's top, whatever was looked at last.
  private func forgetPlace(_ project: ProjectFolder, in workplace: Workplace) throws {
    let opened = try Project.open(project, surroundings: workplace.surroundings)
    unlink(opened.personal.path + "/session.json")
  }
}
