import Agreement

/// Resampling of units: 10 000 replicates of α, the κ family and every label's figures, beside what
/// one sum over the same patterns costs.
struct BootstrapScenario: Scenario {
  static let name = "bootstrap"

  private static let replicates = 10_000
  private static let labels = 20

  func measure(in workplace: Workplace) throws -> [Figure] {
    let sizes = [1_000_000] + (workplace.isLarge ? [10_000_000] : [])
    return try sizes.flatMap { try measure($0) }
  }

  private func measure(_ ratings: Int) throws -> [Figure] {
    let patterns = try MadeTable(ratings: ratings).patterns()
    var count = 0
    patterns.visit { _ in count += 1 }
    let units = Stopwatch()
    let sums = Self.sums(patterns)
    let pass = units.milliseconds
    precondition(KrippendorffAlpha.estimate(sums).value != nil, "made ratings vary")
    let size = "\(Report.digits(Double(ratings))) ratings, \(Report.digits(Double(count))) patterns"
    let families = [
      ("bootstrap, α + κ family", CountFigure.nominalFamily),
      (
        "bootstrap, and every label",
        CountFigure.nominalFamily + CountFigure.byLabel(labelCount: Self.labels)
      ),
    ]
    return families.map { name, figures in
      let watch = Stopwatch()
      let bootstrap = Bootstrap(
        patterns, figures: figures, labelCount: Self.labels, replicates: Self.replicates, seed: 1)
      let spent = watch.milliseconds
      precondition(bootstrap.estimates.count == figures.count, "every figure has an interval")
      return Figure(
        name: name, size: size, unit: .milliseconds, value: spent,
        yardstick: "summing the patterns once", base: pass,
        counts: "\(Report.digits(Double(Self.replicates))) replicates, BCa")
    }
  }

  private static func sums(_ patterns: PatternCounts) -> AgreementSums {
    var sums = AgreementSums(detail: .none)
    patterns.visit { sums.add($0.unit, times: $0.units) }
    return sums
  }
}
