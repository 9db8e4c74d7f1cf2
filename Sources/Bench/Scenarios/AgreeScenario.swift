/// `tiebreak agree FILE`: reading, grouping, every coefficient with its interval.
struct AgreeScenario: Scenario {
  static let name = "agree"

  func measure(in workplace: Workplace) throws -> [Figure] {
    let sizes = [100_000, 1_000_000] + (workplace.isLarge ? [10_000_000] : [])
    return try sizes.flatMap { try measure($0, in: workplace) }
  }

  private func measure(_ ratings: Int, in workplace: Workplace) throws -> [Figure] {
    let path = try workplace.table(ratings)
    let megabytes = Double(try Workplace.size(of: path)) / 1e6
    // The best of three each: the first reads the file from the disk.
    let runs = try (0..<3).map { _ in try workplace.run(["agree", path]) }
    let lines = try (0..<3).map { _ in try workplace.secondsToCountLines(path) }
    let seconds = runs.map(\.seconds).min() ?? .nan
    let size = "\(Report.digits(Double(ratings))) ratings, \(Report.digits(megabytes)) MB"
    return [
      Figure(
        name: "agree", size: size, unit: .seconds, value: seconds, yardstick: "`wc -l`",
        base: lines.min() ?? .nan,
        counts: "\(Report.digits(Double(ratings) / seconds)) rows/s"),
      Figure(
        name: "agree, memory", size: size, unit: .megabytes,
        value: runs.map(\.peakMegabytes).max() ?? .nan, yardstick: "the file", base: megabytes),
    ]
  }
}
