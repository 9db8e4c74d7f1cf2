import Agreement

/// One rating added, changed and retracted: the sums brought up to date, pairs of annotators among
/// them, and every coefficient of any number of annotators that comes from counts by label computed
/// again, with its interval.
struct UpdateScenario: Scenario {
  static let name = "update"
  private static let labels = 20
  private static let units = 25_000

  func measure(in workplace: Workplace) throws -> [Figure] {
    var numbers = SeededNumbers(seed: 3)
    var units = (0..<Self.units).map { _ in Self.unit(&numbers) }
    let counting = Stopwatch()
    var sums = AgreementSums()
    sums.reserve(annotators: 200, labels: Self.labels)
    for unit in units { sums.add(unit) }
    var seen = Self.figures(sums)
    let counted = counting.milliseconds * 1000
    var microseconds: [Double] = []
    for _ in 0..<3000 {
      let index = Int(numbers.next() % UInt64(Self.units))
      let changed = Self.changed(units[index], &numbers)
      let watch = Stopwatch()
      sums.subtract(units[index])
      sums.add(changed)
      seen += Self.figures(sums)
      microseconds.append(watch.milliseconds * 1000)
      units[index] = changed
    }
    guard seen.isFinite else { throw BenchFailure("a coefficient of made-up ratings is undefined") }
    return [0.5, 0.95].map { share in
      Figure(
        name: "rating added, changed or retracted, p\(Int(share * 100))",
        size: "100 000 ratings, 20 labels", unit: .microseconds,
        value: Sample(microseconds).quantile(share), yardstick: "counting all anew", base: counted,
        counts: "5 coefficients with intervals")
    }
  }

  /// The sum of all figures, so that none of them is left out as useless.
  private static func figures(_ sums: AgreementSums) -> Double {
    let estimates = [
      PercentAgreement.estimate(sums), KrippendorffAlpha.estimate(sums),
      FleissKappa.estimate(sums), GwetAC.estimate(sums, labelCount: labels),
      BrennanPrediger.estimate(sums, labelCount: labels),
    ]
    return estimates.reduce(0) { $0 + ($1.value ?? .nan) + ($1.interval95?.lower ?? 0) }
  }

  private static func unit(_ numbers: inout SeededNumbers) -> [UnitRating] {
    let first = Int32(numbers.next() % 190)
    let usual = Int32(numbers.next() % UInt64(labels))
    return (0..<Int32(3 + numbers.next() % 3)).map { place in
      let isUsual = numbers.share() < 0.8
      return UnitRating(
        annotator: first + place * 2,
        label: isUsual ? usual : Int32(numbers.next() % UInt64(labels)))
    }
  }

  private static func changed(
    _ unit: [UnitRating], _ numbers: inout SeededNumbers
  ) -> [UnitRating] {
    let label = Int32(numbers.next() % UInt64(labels))
    switch numbers.next() % 3 {
    case 0 where unit.count > 2: return Array(unit.dropLast())
    case 1:
      let annotator = (unit.last?.annotator ?? 0) + 1
      return unit + [UnitRating(annotator: annotator, label: label)]
    default:
      guard let last = unit.last else { return unit }
      return unit.dropLast() + [UnitRating(annotator: last.annotator, label: label)]
    }
  }
}
