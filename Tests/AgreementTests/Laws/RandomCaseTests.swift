import Agreement
import Testing

/// Ten thousand random sets of ratings against the plain formulas.
@Suite struct RandomCaseTests {
  private static let casesPerBlock: UInt64 = 2500

  @Test(arguments: 0..<4)
  func `every coefficient equals its plain formula`(block: UInt64) {
    var defined = 0
    for seed in block * Self.casesPerBlock..<(block + 1) * Self.casesPerBlock {
      let ratings = RandomRatings(seed: seed)
      let plain = PlainFormulas(ratings)
      let sums = ratings.sums
      guard !plain.pairable.isEmpty else {
        let status: EstimateStatus =
          plain.units.isEmpty ? .undefinedNoData : .undefinedNoPairs
        #expect(FleissKappa.estimate(sums).status == status)
        #expect(KrippendorffAlpha.estimate(sums).status == status)
        continue
      }
      defined += 1
      compareFamily(plain, sums, seed)
      compareAlpha(plain, sums, seed)
      compareLabels(plain, sums, seed)
      comparePair(ratings, sums, seed)
    }
    #expect(defined > 2000)
  }

  private func expectClose(
    _ ours: Double?, _ plain: Double?, _ what: String, _ seed: UInt64
  ) {
    if let ours, let plain, (ours - plain).magnitude <= 1e-9 { return }
    if ours == nil, plain == nil { return }
    Issue.record("\(what), seed \(seed): \(ours as Any) is not \(plain as Any)")
  }

  private func compareFamily(_ plain: PlainFormulas, _ sums: AgreementSums, _ seed: UInt64) {
    let labels = plain.labelCount
    let percent = PercentAgreement.estimate(sums)
    expectClose(percent.value, plain.percentAgreement, "p_a", seed)
    let still = Array(repeating: 0.0, count: labels)
    let isUniform = plain.pairableCounts.filter { $0 > 0 }.count == 1
    let fleiss = FleissKappa.estimate(sums)
    if isUniform {
      #expect(fleiss.status == .undefinedNoVariation)
    } else {
      compare(fleiss, plain, plain.fleissExpected, plain.shares, "fleiss", seed)
    }
    guard labels > 1 else {
      #expect(GwetAC.estimate(sums, labelCount: labels).status == .undefinedNoVariation)
      #expect(BrennanPrediger.estimate(sums, labelCount: labels).status == .undefinedNoVariation)
      return
    }
    compare(
      GwetAC.estimate(sums, labelCount: labels), plain, plain.gwetExpected,
      plain.shares.map { (1 - $0) / Double(labels - 1) }, "gwet", seed)
    compare(
      BrennanPrediger.estimate(sums, labelCount: labels), plain, 1 / Double(labels), still,
      "brennan", seed)
  }

  private func compare(
    _ ours: Estimate, _ plain: PlainFormulas, _ expected: Double, _ gradient: [Double],
    _ what: String, _ seed: UInt64
  ) {
    expectClose(ours.value, plain.corrected(expected), what, seed)
    expectClose(ours.expected, expected, what, seed)
    guard plain.units.count > 1 else {
      #expect(ours.intervalStatus == .oneUnit)
      return
    }
    let variance = plain.variance(expected: expected, gradient: gradient)
    expectClose(ours.standardError.map { $0 * $0 }, variance, what, seed)
  }

  private func compareAlpha(_ plain: PlainFormulas, _ sums: AgreementSums, _ seed: UInt64) {
    let scores = (0..<plain.labelCount).map { Double($0 * $0) }
    func value(_ metric: AlphaMetric) -> Double? {
      KrippendorffAlpha.estimate(sums, metric: metric).value
    }
    expectClose(value(.nominal), plain.alpha { $0 == $1 ? 0 : 1 }, "nominal", seed)
    expectClose(
      value(.ordinal(ranks: Array(scores.indices))), plain.alpha(plain.ordinal),
      "ordinal", seed)
    expectClose(
      value(.interval(scores)),
      plain.alpha { (scores[$0] - scores[$1]) * (scores[$0] - scores[$1]) },
      "interval", seed)
    let ratio = plain.alpha { first, second in
      let sum = scores[first] + scores[second]
      return first == second
        ? 0 : (scores[first] - scores[second]) * (scores[first] - scores[second]) / (sum * sum)
    }
    expectClose(value(.ratio(scores)), ratio, "ratio", seed)
  }

  private func compareLabels(_ plain: PlainFormulas, _ sums: AgreementSums, _ seed: UInt64) {
    for figures in LabelFigures.all(sums, labelCount: plain.labelCount) {
      let label = figures.label
      expectClose(
        figures.specificAgreement, plain.specificAgreement(label), "specific", seed)
      let collapsed = plain.alpha { ($0 == label) == ($1 == label) ? 0 : 1 }
      expectClose(figures.alpha.value, collapsed, "α of a label", seed)
    }
  }

  private func comparePair(_ ratings: RandomRatings, _ sums: AgreementSums, _ seed: UInt64) {
    let pairs = sums.annotatorPairs
    guard let pair = pairs.first else { return }
    var labels: [(Int, Int)] = []
    for unit in ratings.units {
      guard let one = unit.first(where: { Int($0.annotator) == pair.first }),
        let other = unit.first(where: { Int($0.annotator) == pair.second })
      else { continue }
      labels.append((Int(one.label), Int(other.label)))
    }
    #expect(pair.table.units == labels.count)
    let plain = PlainFormulas.cohen(labels, labelCount: ratings.labelCount)
    expectClose(CohenKappa.value(pair.table), plain, "cohen", seed)
    expectClose(CohenKappa.estimate(pair.table).value, plain, "cohen", seed)
  }
}
