import Agreement
import Domain
import Testing

/// The laws, for everything that `AgreementReport` holds at once: every count-based coefficient with
/// every weighting, α of every level, labels, pairs, intervals. Equal means to the last bit.
@Suite struct WholeReportLawTests {
  private struct Ways: Sendable {
    let level: Scale
    let weights: AgreementWeights.Scheme?
  }

  private static let ways: [Ways] =
    [Scale.nominal, .ordinal, .interval, .ratio].map { Ways(level: $0, weights: nil) }
    + AgreementWeights.Scheme.allCases.map { Ways(level: .ordinal, weights: $0) }

  /// Scores that are not evenly apart, so that weights by number and by rank differ.
  private static func names(_ count: Int) -> [String] { (0..<count).map { "\($0 * $0 + 1)" } }

  private static func annotators(_ count: Int) -> [String] { (0..<count).map { "annotator \($0)" } }

  private static func report(
    _ sums: AgreementSums, _ patterns: PatternCounts, _ votes: VoteTable, labels: [String],
    annotators: [String], _ way: Ways
  ) -> AgreementReport {
    AgreementReport(
      sums: sums, labels: labels, annotators: annotators, level: way.level, patterns: patterns,
      votes: votes, weights: way.weights)
  }

  private static func report(
    _ units: [[UnitRating]], labels: [String], annotators: [String], _ way: Ways
  ) -> AgreementReport {
    report(
      RandomRatings.sums(units), RandomRatings.patterns(units), RandomRatings.votes(units),
      labels: labels, annotators: annotators, way)
  }

  /// Random ratings: every other set by two annotators only, who have κ and B of their own.
  private static func units(_ seed: UInt64) -> (units: [[UnitRating]], labels: Int) {
    let ratings = RandomRatings(seed: seed, largestUnitCount: 25)
    guard seed.isMultiple(of: 2) else { return (ratings.units, ratings.labelCount) }
    let two = ratings.units.map { unit in
      unit.prefix(2).enumerated().map { UnitRating(annotator: Int32($0), label: $1.label) }
    }
    return (two, ratings.labelCount)
  }

  private static func annotatorCount(_ units: [[UnitRating]]) -> Int {
    Int((units.joined().map(\.annotator).max() ?? -1) + 1)
  }

  @Test func `other codes and another order of labels, annotators, units and ratings`() {
    for seed in UInt64(0)..<60 {
      let (units, labels) = Self.units(seed)
      let annotators = Self.annotatorCount(units)
      var random = SeededRandom(seed: seed ^ 0xABC)
      let newLabel = (0..<labels).shuffled(using: &random)
      let newAnnotator = (0..<annotators).shuffled(using: &random)
      var names = Self.names(labels)
      var people = Self.annotators(annotators)
      for (code, name) in Self.names(labels).enumerated() { names[newLabel[code]] = name }
      for (code, name) in Self.annotators(annotators).enumerated() {
        people[newAnnotator[code]] = name
      }
      let changed = units.map { unit in
        unit.map { rating in
          UnitRating(
            annotator: rating.annotator < 0 ? -1 : Int32(newAnnotator[Int(rating.annotator)]),
            label: Int32(newLabel[Int(rating.label)]))
        }.shuffled(using: &random)
      }.shuffled(using: &random)
      for way in Self.ways {
        let one = Self.report(
          units, labels: Self.names(labels), annotators: Self.annotators(annotators), way)
        let other = Self.report(changed, labels: names, annotators: people, way)
        Self.expectSame(one, other, "seed \(seed), \(way)")
      }
    }
  }

  /// A label's figures without its code.
  private struct Label: Equatable {
    let name: String
    let counts: [Int]
    let figures: [Estimate]

    init(_ report: LabelReport) {
      name = report.label
      counts = [report.figures.ratings, report.figures.pairableRatings]
      figures = [
        report.figures.prevalence, report.figures.specific, report.figures.alpha,
        report.figures.kappa,
      ]
    }
  }

  private static func expectSame(
    _ one: AgreementReport, _ other: AgreementReport, _ name: String
  ) {
    expectSame(one.coefficients, other.coefficients, name)
    expectSame(one.byPair, other.byPair, name)
    expectSame(one.byLabel.map { Label($0) }, other.byLabel.map { Label($0) }, name)
    #expect(one.remarks == other.remarks && one.labels == other.labels, "\(name)")
    #expect(one.items == other.items && one.pairableItems == other.pairableItems)
    #expect(one.ratings == other.ratings && one.pairsOmitted == other.pairsOmitted)
  }

  private static func expectSame<Row: Equatable>(
    _ one: [Row], _ other: [Row], _ name: String
  ) {
    #expect(one.count == other.count, "\(name)")
    for (first, second) in zip(one, other) where first != second {
      Issue.record("\(name): \(first) is not \(second)")
      return
    }
  }

  @Test func `four pieces merged, one rating after the other, and twice less once`() {
    for seed in UInt64(0)..<40 {
      let (units, labels) = Self.units(seed)
      let names = Self.names(labels)
      let people = Self.annotators(Self.annotatorCount(units))
      let votes = RandomRatings.votes(units)
      var merged = (sums: AgreementSums(), patterns: PatternCounts())
      for piece in [2, 0, 3, 1] {
        let own = units.enumerated().filter { $0.offset % 4 == piece }.map(\.element)
        merged.sums.merge(RandomRatings.sums(own))
        merged.patterns.merge(RandomRatings.patterns(own))
      }
      var growing = (sums: AgreementSums(), patterns: PatternCounts())
      for unit in units {
        for count in unit.indices {
          growing.sums.subtract(Array(unit[..<count]))
          growing.patterns.subtract(Array(unit[..<count]).span)
          growing.sums.add(Array(unit[...count]))
          growing.patterns.add(Array(unit[...count]))
        }
      }
      var halved = (
        sums: RandomRatings.sums(units + units), patterns: RandomRatings.patterns(units)
      )
      for unit in units.reversed() { halved.sums.subtract(unit) }
      halved.patterns.merge(RandomRatings.patterns(units))
      for unit in units.reversed() { halved.patterns.subtract(unit.span) }
      for way in Self.ways {
        let whole = Self.report(units, labels: names, annotators: people, way)
        for (title, pair) in [("merged", merged), ("growing", growing), ("halved", halved)] {
          let report = Self.report(
            pair.sums, pair.patterns, votes, labels: names, annotators: people, way)
          Self.expectSame(whole, report, "seed \(seed), \(title), \(way)")
        }
      }
    }
  }

  /// α alone knows how many ratings there are: its chance draws without putting back.
  @Test func `every unit twice leaves the values, and shrinks the errors`() {
    for seed in UInt64(0)..<40 {
      let (units, labels) = Self.units(seed)
      let names = Self.names(labels)
      let people = Self.annotators(Self.annotatorCount(units))
      for way in Self.ways {
        let once = Self.report(units, labels: names, annotators: people, way).coefficients
        let twice = Self.report(units + units, labels: names, annotators: people, way).coefficients
        for (one, two) in zip(once, twice) where one.name != "krippendorff_alpha" {
          #expect(
            isNear(one.estimate.value, two.estimate.value, within: 1e-12), "\(one.name), \(seed)")
          #expect(isNear(one.estimate.expected, two.estimate.expected, within: 1e-12))
          guard let error = one.estimate.standardError, let less = two.estimate.standardError,
            error > 1e-9
          else { continue }
          #expect(less < error, "\(one.name), seed \(seed)")
        }
      }
    }
  }

  @Test(arguments: [2, 3, 7])
  func `complete agreement is 1 by every name and weighting`(annotators: Int) {
    let units = (0..<30).map { unit in
      (0..<annotators).map { UnitRating(annotator: Int32($0), label: Int32(unit % 4)) }
    }
    for way in Self.ways {
      let report = Self.report(
        units, labels: Self.names(4), annotators: Self.annotators(annotators), way)
      for figure in report.coefficients {
        let estimate = figure.estimate
        guard figure.name != "scott_pi" || annotators == 2 else {
          #expect(estimate.status == .undefinedMoreThanTwo)
          continue
        }
        #expect(isNear(estimate.value, 1, within: 1e-15), "\(figure.name), \(way)")
        #expect(isNear(estimate.standardError, 0, within: 1e-12), "\(figure.name), \(way)")
        #expect(isNear(estimate.interval95?.upper, 1), "\(figure.name), \(way)")
      }
      for label in report.byLabel {
        #expect(label.figures.specificAgreement == 1 && label.figures.alpha.value == 1)
        #expect(isNear(label.figures.kappa.value, 1, within: 1e-15))
      }
      #expect(report.byPair.count == annotators * (annotators - 1) / 2)
      #expect(report.byPair.allSatisfy { $0.cohenKappa == 1 && $0.percentAgreement == 1 })
    }
  }
}
