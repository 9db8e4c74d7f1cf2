import Agreement
import Domain
import Testing

/// No report crashes, holds a number that is none, or leaves a figure without its reason, whatever
/// the ratings.
@Suite struct UndefinedReportTests {
  private static let scales: [Scale] = [.nominal, .ordinal, .interval, .ratio, .set]

  private static func expectSound(
    _ report: Any, _ name: String, mayBeInfinite: Set<String> = []
  ) {
    let walk = FigureWalk(report, mayBeInfinite: mayBeInfinite)
    #expect(walk.problems.isEmpty, "\(name): \(walk.problems.prefix(3))")
  }

  @Test func `agreement, at every level, with patterns and votes and without`() {
    var estimates = 0
    for given in UndefinedCases.all {
      for level in Self.scales {
        for (patterns, votes) in [(given.patterns, given.votes()), (nil, nil)] {
          let report = AgreementReport(
            sums: given.sums, labels: given.labels, annotators: given.annotators, level: level,
            patterns: patterns, votes: votes)
          let walk = FigureWalk(report)
          estimates += walk.estimates
          #expect(walk.problems.isEmpty, "\(given), \(level): \(walk.problems.prefix(3))")
        }
      }
    }
    #expect(estimates > 5000)
  }

  @Test(arguments: AgreementWeights.Scheme.allCases)
  func `agreement with every weighting`(scheme: AgreementWeights.Scheme) {
    for given in UndefinedCases.all {
      for order in [LabelOrder.natural, .listed(given.labels.reversed())] {
        let report = AgreementReport(
          sums: given.sums, labels: given.labels, order: order, annotators: given.annotators,
          level: .ordinal, patterns: given.patterns, votes: given.votes(), weights: scheme)
        Self.expectSound(report, "\(given), \(scheme)")
      }
    }
  }

  @Test func `values that are more than labels`() {
    for given in UndefinedCases.named {
      let values = given.labels.enumerated().map { code, name in
        Value.labels(of: (0..<code).map { LabelID("\(name)\($0)") })
      }
      let spans = given.labels.enumerated().map { code, name in
        Value.spans([Span(start: 0, end: code, label: LabelID(name))])
      }
      for values in [values, spans] {
        let report = AgreementReport(
          sums: given.sums, labels: given.labels, annotators: given.annotators, level: .set,
          patterns: given.patterns, values: values)
        Self.expectSound(report, "\(given)")
      }
    }
  }

  @Test func `huge counts do not overflow`() {
    var sums = AgreementSums()
    var patterns = PatternCounts()
    for (unit, times) in [
      ([0, 0, 1], 1 << 45), ([1, 1, 2], 1 << 44), ([0, 2], 1 << 46), ([1], 5),
    ] {
      let ratings = unit.enumerated().map {
        UnitRating(annotator: Int32($0), label: Int32($1))
      }
      sums.add(ratings, times: times)
      patterns.add(ratings, times: times)
    }
    for level in Self.scales {
      let report = AgreementReport(
        sums: sums, labels: ["1", "2", "3"], annotators: ["Ada", "Bo", "Cy"], level: level,
        patterns: patterns)
      Self.expectSound(report, "\(level)")
      #expect(report.coefficients.allSatisfy { $0.estimate.value != nil || $0.name == "scott_pi" })
    }
  }

  @Test func `labels that only look alike stay apart`() {
    let names = ["cafe\u{301}", "caf\u{E9}"]
    var sums = AgreementSums()
    sums.add([UnitRating(annotator: 0, label: 0), UnitRating(annotator: 1, label: 1)])
    sums.add([UnitRating(annotator: 0, label: 1), UnitRating(annotator: 1, label: 1)])
    for list in [names, names.reversed()] {
      let report = AgreementReport(
        sums: sums, labels: names, order: .listed(list), annotators: names, level: .ordinal)
      #expect(report.labels.map { Array($0.utf8) } == list.map { Array($0.utf8) })
      #expect(report.coefficients.first?.estimate.value == 0.5)
      #expect(report.byLabel.count == 2)
    }
  }

  @Test func `numbers written in two ways are one number, and nothing varies`() {
    for names in [["1", "1.0"], ["0.1", "0.10"], ["0", "0.00"]] {
      let units: [[Int32]] = [[0, 1], [1, 1], [0, 0, 1], [1, 0]]
      let coded = units.map { unit in
        unit.enumerated().map { UnitRating(annotator: Int32($0), label: $1) }
      }
      for level in [Scale.interval, .ratio] {
        let report = AgreementReport(
          sums: RandomRatings.sums(coded), labels: names, annotators: ["Ada", "Bo", "Cy"],
          level: level, patterns: RandomRatings.patterns(coded))
        for figure in report.coefficients
        where figure.name == "krippendorff_alpha" || figure.name.hasPrefix("fleiss_kappa_") {
          #expect(figure.estimate.status == .undefinedNoVariation, "\(names) \(figure.name)")
        }
      }
    }
  }

  @Test func `one annotator who rated units twice has nobody to agree with`() {
    let sums = RandomRatings.sums([
      [UnitRating(annotator: 0, label: 0), UnitRating(annotator: 0, label: 1)],
      [UnitRating(annotator: 0, label: 1), UnitRating(annotator: 0, label: 1)],
    ])
    #expect(CongerKappa.estimate(sums).status == .undefinedNotCompared)
  }

  @Test func `parts of the ratings`() {
    for given in UndefinedCases.all {
      let votes = given.votes()
      for level in Self.scales {
        let report = GroupReport(
          "week", votes: votes, labels: given.labels, order: .natural, level: level,
          names: ["one", "two", "never"]
        ) { unit, vote in unit % 3 == 2 ? nil : vote % 2 }
        Self.expectSound(report, "\(given)")
        #expect(!report.groups.contains { $0.name == "never" })
      }
    }
  }

  @Test func `change over time, fatigue, trends, at any time`() {
    let clocks: [(Int, Int) -> Int64] = [
      { unit, place in Int64(unit) * 3_600_000 + Int64(place) * 60_000 },
      { _, _ in 0 }, { unit, _ in unit % 2 == 0 ? Int64.max : Int64.min + 1 },
      { unit, place in place == 0 ? VoteTable.noTime : -Int64(unit) * 86_400_000 },
    ]
    for given in UndefinedCases.all {
      for votes in clocks.map({ given.votes(times: $0) }) + [given.votes()] {
        for scheme in [WindowScheme.hours(1), .day, .week] {
          for smallest in [0, 1, 30] {
            let report = DriftReport(
              AgreementWindows(votes, scheme: scheme), smallest: smallest)
            Self.expectSound(report, "\(given)", mayBeInfinite: ["statistic"])
          }
          Self.expectSound(AnnotatorTrend(0, in: votes, scheme: scheme, smallest: 1), "\(given)")
        }
        Self.expectSound(SessionFatigue(votes, smallest: 1), "\(given)")
        Self.expectSound(UnitSeries(votes), "\(given)")
      }
    }
  }

  @Test func `coverage, of nothing, by targets that are none`() {
    let targets: [[Double]?] = [
      nil, [1, 1, 1], [0, 0, 0], [0, 0, 5], [-1, 1, 1], [.nan, 1, 1], [.infinity, 1, 1],
      [1e308, 1e308, 1e308],
    ]
    for counts in [[0, 0, 0], [5, 0, 0], [1, 2, 3], [1 << 60, 1 << 60, 1]] {
      for target in targets {
        for smoothing in [0, 0.5] {
          let report = CoverageReport(
            counts: counts, target: target, smoothing: smoothing, slices: [[0, 0, 0], [1, 0], []])
          Self.expectSound(report, "\(counts) \(target ?? [])", mayBeInfinite: ["statistic"])
          #expect((report.distance == nil) == (target == nil))
        }
      }
    }
    let broken = CoverageReport(counts: [1, 2], target: [.nan, 1]).distance
    #expect(broken?.stabilityIndex.status == .undefinedTarget)
    Self.expectSound(CoverageReport(counts: [], target: []), "no label")
  }

  @Test func `annotators against the rest`() {
    for given in UndefinedCases.all {
      for metric in [AlphaMetric.nominal, .ordinal(ranks: Array(given.labels.indices))] {
        Self.expectSound(AnnotatorAgainstRest.all(given.votes(), metric: metric), "\(given)")
      }
    }
  }

  @Test func `truth by every model`() {
    for given in UndefinedCases.all {
      let votes = given.votes()
      let models = [
        MajorityVote.estimate(votes), DawidSkene.estimate(votes), OneCoin.estimate(votes),
        GLAD.estimate(votes), MACE.estimate(votes), WeightedVote.byAgreement(votes),
        WeightedVote.logOdds(votes),
      ]
      for estimate in models {
        Self.expectSound(estimate, "\(given), \(estimate.model)")
        #expect(estimate.units.count == given.units.count)
        for (unit, truth) in estimate.units.enumerated() {
          #expect(truth.isRated == !given.units[unit].isEmpty)
        }
        #expect(estimate.status == .defined || estimate.status.explanation != nil)
        Self.expectSound(LabelComparison.against(estimate, votes: votes), "\(given)")
        Self.expectSound(AnnotatorProfile.all(votes, truth: estimate), "\(given)")
      }
    }
  }
}
