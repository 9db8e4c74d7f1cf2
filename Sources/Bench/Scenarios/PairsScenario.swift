import Agreement

/// What pairs of annotators add to counting and reporting ratings: the table of labels of every two,
/// their κ with its interval, and the list of pairs. One thread counts.
struct PairsScenario: Scenario {
  static let name = "pairs"

  func measure(in workplace: Workplace) throws -> [Figure] {
    let ratings = 1_000_000
    let parts = try MadeTable(ratings: ratings).parts()
    let without = try seconds(parts, ratings, detail: .none)
    let with = try seconds(parts, ratings, detail: .pairs)
    return [
      Figure(
        name: "pairs of annotators, added time",
        size: "\(Report.digits(Double(ratings))) ratings, \(MadeTable.annotators) annotators",
        unit: .milliseconds, value: (with - without) * 1000, yardstick: "all the rest",
        base: without * 1000, counts: "best of three each")
    ]
  }

  /// Counting and the whole report.
  private func seconds(
    _ parts: [MadeTable.Part], _ ratings: Int, detail: AnnotatorDetail
  ) throws -> Double {
    let labels = (0..<MadeTable.labels).map { "class \($0)" }
    let annotators = (0..<MadeTable.annotators).map { "annotator \($0)" }
    let untimed: [Int64] = []
    var best = Double.infinity
    for _ in 0..<3 {
      let watch = Stopwatch()
      var counter = UnitCounter(
        detail: detail, annotators: annotators.count, labels: labels.count, ratings: ratings)
      for part in parts {
        counter.add(
          items: part.items.span, itemCount: part.itemCount, annotators: part.annotators.span,
          labels: part.labels.span, times: untimed.span)
      }
      let totals = counter.totals()
      let report = AgreementReport(
        sums: totals.sums, labels: labels, annotators: annotators, patterns: totals.patterns,
        repeats: totals.repeats)
      best = min(best, watch.seconds)
      guard report.ratings > 0, report.byPair.isEmpty == (detail == .none) else {
        throw BenchFailure("made-up ratings have pairs of annotators")
      }
    }
    return best
  }
}
