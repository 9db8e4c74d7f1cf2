import Domain
import Foundation
import Runtime
import Store

/// Limiting a queue of about 10⁵ disagreements: its first rows, and all of them.
struct LimitScenario: Scenario {
  static let name = "limit"

  func measure(in workplace: Workplace) throws -> [Figure] {
    let folder = try workplace.project(1_000_000)
    let project = try Project.open(folder, surroundings: workplace.surroundings)
    let read = try Self.secondsToRead(folder.index) * 1000
    var figures: [Figure] = []
    for words in ["", "agree<0.6", "label:class_12", "pair:class_10/class_11", "item:t77"] {
      let limit = try LimitParser.parse(words)
      let query = QueueQuery(
        limit: limit, order: .policy(project.configuration.queue.policy),
        viewer: project.me?.id, now: project.now)
      let first = Stopwatch()
      let page = try project.index.page(query, offset: 0, count: 60)
      let firstRows = first.milliseconds
      let whole = Stopwatch()
      let handles = try project.index.handles(query)
      let all = whole.milliseconds
      let name = words.isEmpty ? "queue" : "limit `\(words)`"
      let found = "\(Report.digits(Double(page.total))) units found"
      figures.append(
        Figure(
          name: name + ", first 60 rows", size: "10⁶ ratings", unit: .milliseconds,
          value: firstRows,
          yardstick: "reading the index file", base: read, counts: found))
      figures.append(
        Figure(
          name: name + ", whole order", size: "10⁶ ratings", unit: .milliseconds, value: all,
          yardstick: "reading the index file", base: read,
          counts: "\(Report.digits(Double(handles.count))) handles"))
    }
    return figures
  }

  /// The file is in the page cache: it was read once before.
  static func secondsToRead(_ path: String) throws -> Double {
    var seconds = 0.0
    for _ in 0..<2 {
      guard let file = FileHandle(forReadingAtPath: path) else {
        throw BenchFailure("\(path) cannot be read")
      }
      defer { try? file.close() }
      let watch = Stopwatch()
      while let block = try file.read(upToCount: 1 << 20), !block.isEmpty {}
      seconds = watch.seconds
    }
    return seconds
  }
}
