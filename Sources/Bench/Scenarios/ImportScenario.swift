/// `tiebreak init DIR --from FILE`: a whole project from a file, on disk and indexed.
struct ImportScenario: Scenario {
  static let name = "import"

  func measure(in workplace: Workplace) throws -> [Figure] {
    var figures: [Figure] = []
    for ratings in [100_000, 1_000_000] {
      for ending in ["csv", "json"] {
        figures += try measure(ratings, ending, in: workplace)
      }
    }
    return figures
  }

  private func measure(
    _ ratings: Int, _ ending: String, in workplace: Workplace
  ) throws -> [Figure] {
    let path = try workplace.table(ratings, ending: ending)
    let folder = try workplace.scratch("import") + "/project"
    let made = try workplace.makeProject(folder, from: path)
    let counted = try workplace.secondsToCountLines(path)
    let megabytes = Double(try Workplace.size(of: path)) / 1e6
    let name = ending == "csv" ? "import of CSV" : "import of Label Studio JSON"
    let size = "\(Report.digits(Double(ratings))) ratings, \(Report.digits(megabytes)) MB"
    return [
      Figure(
        name: name, size: size, unit: .seconds, value: made.seconds, yardstick: "`wc -l`",
        base: counted, counts: "\(Report.digits(Double(ratings) / made.seconds)) ratings/s"),
      Figure(
        name: name + ", memory", size: size, unit: .megabytes, value: made.peakMegabytes,
        yardstick: "the file", base: megabytes),
    ]
  }
}
