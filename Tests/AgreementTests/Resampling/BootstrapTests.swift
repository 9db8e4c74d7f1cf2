import Testing

@testable import Agreement

@Suite struct BootstrapTests {
  private static let scores = (0..<6).map { Double($0 * $0 + 1) }

  /// Every kind of figure, with and without weights.
  private static func figures(_ labelCount: Int) -> [CountFigure] {
    let linear = AgreementWeights(.linear, labelCount: 6)
    return CountFigure.nominalFamily + [
      .percentAgreement(linear), .fleissKappa(linear), .scottPi(linear), .gwetAC(linear),
      .brennanPrediger(AgreementWeights(.quadratic, labelCount: 6)),
      .krippendorffAlpha(.ordinal(ranks: [3, 1, 0, 2, 5, 4])),
      .krippendorffAlpha(.interval(scores)), .krippendorffAlpha(.ratio(scores)),
      .krippendorffAlpha(.circular(scores)),
      .krippendorffAlpha(.squared { Double(($0 - $1).magnitude) }),
    ] + CountFigure.byLabel(labelCount: labelCount)
  }

  private static func label(_ figure: CountFigure, in sums: AgreementSums, _ count: Int) -> Double?
  {
    let all = LabelFigures.all(sums, labelCount: count)
    switch figure {
    case .labelAlpha(let label): return all[label].alpha.value
    case .labelKappa(let label): return all[label].kappa.value
    default: return nil
    }
  }

  @Test func `what is computed for a resample is what the coefficients say of the same units`() {
    for seed in UInt64(0)..<150 {
      let ratings = RandomRatings(seed: seed, largestUnitCount: 25)
      let patterns = RandomRatings.patterns(ratings.units)
      let figures = Self.figures(ratings.labelCount)
      let bootstrap = Bootstrap(
        patterns, figures: figures, labelCount: ratings.labelCount, method: .percentile,
        replicates: 1, seed: seed)
      let model = PatternModel(patterns, labelOrder: [])
      guard !model.units.isEmpty else { continue }
      let marginals = UnitMarginals(ratings.sums, labelCount: ratings.labelCount)
      let formulas = FigureFormulas(
        figures, model, pairable: marginals.pairableByLabel, labelCount: marginals.labelCount)
      var sums = ReplicateSums(model, terms: formulas.terms)
      sums.takeAll()
      var values = Array(repeating: 0.0, count: figures.count)
      values.withUnsafeMutableBufferPointer { formulas.evaluate(sums, into: $0) }
      for (index, figure) in figures.enumerated() {
        let wanted =
          figure.estimate(ratings.sums, labelCount: ratings.labelCount, patterns: patterns)?.value
          ?? Self.label(figure, in: ratings.sums, ratings.labelCount)
          ?? bootstrap.estimates[index].estimate.value
        guard let wanted else {
          #expect(values[index].isNaN, "\(figure) of \(seed)")
          continue
        }
        #expect((values[index] - wanted).magnitude < 1e-11, "\(figure) of \(seed)")
        #expect(bootstrap.estimates[index].estimate.value == wanted, "\(figure) of \(seed)")
      }
    }
  }

  @Test func `figures with one unit left out are those of the other units`() {
    for seed in UInt64(0)..<40 {
      let ratings = RandomRatings(seed: seed, largestUnitCount: 14)
      let figures = Self.figures(ratings.labelCount)
      let model = PatternModel(RandomRatings.patterns(ratings.units), labelOrder: [])
      let marginals = UnitMarginals(ratings.sums, labelCount: ratings.labelCount)
      let formulas = FigureFormulas(
        figures, model, pairable: marginals.pairableByLabel, labelCount: marginals.labelCount)
      var sums = ReplicateSums(model, terms: formulas.terms)
      var values = Array(repeating: 0.0, count: figures.count)
      sums.leaveOutEach(countsPairs: formulas.needsCoincidences) { pattern, rest in
        values.withUnsafeMutableBufferPointer { formulas.evaluate(rest, into: $0) }
        let kept = RandomRatings.sums(Self.units(model, without: pattern))
        var counts = PatternCounts()
        for unit in Self.units(model, without: pattern) { counts.add(unit) }
        for (index, figure) in figures.enumerated() {
          // Scott's π of fewer units may be defined where that of all of them is not.
          if case .scottPi = figure { continue }
          guard
            let wanted = figure.estimate(
              kept, labelCount: marginals.labelCount, patterns: counts)?.value
          else { continue }
          #expect((values[index] - wanted).magnitude < 1e-10, "\(figure) of \(seed)")
        }
      }
    }
  }

  private static func units(_ model: PatternModel, without left: Int) -> [[UnitRating]] {
    var units: [[UnitRating]] = []
    model.visit { pattern, places, _ in
      let unit = places.flatMap { place in
        Array(
          repeating: UnitRating(
            label: Int32(model.codes[model.placeLabels[Int(place)]])),
          count: model.placeCounts[Int(place)])
      }
      let times = model.units[pattern] - (pattern == left ? 1 : 0)
      units += Array(repeating: unit, count: times)
    }
    return units
  }

  @Test(arguments: ResamplingMethod.allCases)
  func `intervals are those of a bootstrap written out over units`(_ method: ResamplingMethod) {
    for seed in [UInt64(3), 8, 21] {
      let units = RandomUnits.some(count: 40, labels: 4, right: 0.7, seed: seed)
      let figures: [CountFigure] = [
        .percentAgreement(), .krippendorffAlpha(), .gwetAC(),
        .krippendorffAlpha(.interval([1, 2, 3, 4])),
      ]
      let fast = Bootstrap(
        RandomRatings.patterns(units), figures: figures, labelCount: 4, method: method,
        replicates: 8000, seed: seed)
      for (index, figure) in figures.enumerated() {
        let slow = SlowBootstrap(units, replicates: 2000, seed: seed + 1, method: method) { units in
          figure.estimate(
            RandomRatings.sums(units), labelCount: 4, patterns: RandomRatings.patterns(units))?
            .value
        }
        let estimate = fast.estimates[index].estimate
        let error = estimate.standardError ?? .nan
        let interval = estimate.interval95 ?? Interval(lower: .nan, upper: .nan)
        // The ends of 2 000 resamples have a standard error of about six hundredths of one.
        #expect((error / slow.standardError - 1).magnitude < 0.07, "\(figure) \(seed)")
        #expect((interval.lower - slow.lower).magnitude < 0.25 * error, "\(figure) \(seed)")
        #expect((interval.upper - slow.upper).magnitude < 0.25 * error, "\(figure) \(seed)")
        #expect(estimate.intervalStatus.rawValue == method.rawValue)
      }
    }
  }

  /// With r ratings in every unit, raw agreement is a mean over units: its bootstrap has the
  /// figure as its mean and Σ (a_u − ā)² / n² as its variance.
  @Test func `mean and variance are the closed form's`() {
    let units = RandomUnits.some(count: 300, labels: 3, right: 0.6, seed: 5)
    let agreements = units.compactMap { UnitAgreement($0).pairwise }
    let mean = agreements.reduce(0, +) / 300
    let variance = agreements.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / (300 * 300)
    let bootstrap = Bootstrap(
      RandomRatings.patterns(units), figures: [.percentAgreement()], labelCount: 3,
      replicates: 10_000, seed: 9)
    let error = bootstrap.estimates[0].estimate.standardError ?? .nan
    // Four standard errors of a mean and of a variance of 10 000 draws.
    #expect((bootstrap.estimates[0].bias ?? .nan).magnitude < 4 * variance.squareRoot() / 100)
    #expect((error * error / variance - 1).magnitude < 4 * (2.0 / 10_000).squareRoot())
  }

  @Test func `results do not depend on the number of threads`() {
    let units = RandomUnits.some(count: 500, labels: 5, right: 0.7, seed: 4)
    let patterns = RandomRatings.patterns(units)
    func bootstrap(_ shards: Int) -> Bootstrap {
      Bootstrap(
        patterns, figures: Self.figures(5), labelCount: 5, replicates: 300, seed: 77,
        shards: shards)
    }
    let one = bootstrap(1)
    for shards in [2, 3, 8] {
      let other = bootstrap(shards)
      #expect(other.estimates == one.estimates)
      #expect(other.difference(0, 1) == one.difference(0, 1))
      for figure in one.figures.indices {
        #expect(other.distribution(of: figure) == one.distribution(of: figure))
      }
    }
    #expect(one.estimates.count == Self.figures(5).count)
  }

  @Test func `order of units and codes of labels change no bit, another seed does`() {
    let units = RandomUnits.some(count: 200, labels: 5, right: 0.6, seed: 14)
    let codes: [Int32] = [3, 0, 4, 1, 2]
    let recoded = units.reversed().map { unit in
      unit.reversed().map { UnitRating(label: codes[Int($0.label)]) }
    }
    func estimates(
      _ units: [[UnitRating]], order: [Int], seed: UInt64 = 3
    ) -> [BootstrapEstimate] {
      Bootstrap(
        RandomRatings.patterns(units), figures: CountFigure.nominalFamily, labelCount: 5,
        labelOrder: order, replicates: 500, seed: seed
      ).estimates
    }
    let plain = estimates(units, order: [0, 1, 2, 3, 4])
    #expect(estimates(recoded, order: codes.map { Int($0) }) == plain)
    #expect(estimates(units, order: [0, 1, 2, 3, 4], seed: 4) != plain)
  }

  @Test func `perfect agreement collapses, one label is undefined, both say so`() {
    var patterns = PatternCounts()
    for label in Int32(0)..<2 {
      patterns.add([UnitRating(label: label), UnitRating(label: label)], times: 20)
    }
    let perfect = Bootstrap(
      patterns, figures: CountFigure.nominalFamily, labelCount: 2, replicates: 1000, seed: 1)
    for estimate in perfect.estimates {
      #expect(estimate.estimate.value == 1)
      #expect(estimate.estimate.interval95 == Interval(lower: 1, upper: 1))
      #expect(estimate.estimate.intervalStatus == .collapsed)
    }
    var uniform = PatternCounts()
    uniform.add([UnitRating(label: 0), UnitRating(label: 0)], times: 9)
    let one = Bootstrap(
      uniform, figures: CountFigure.nominalFamily, labelCount: 1, replicates: 1000, seed: 1)
    #expect(one.estimates[1].estimate.status == .undefinedNoVariation)
    #expect(one.estimates[1].undefinedReplicates == 1000)
    #expect(one.estimates[0].estimate.value == 1)
  }

  @Test func `resamples with one label only are counted and left out`() {
    var patterns = PatternCounts()
    patterns.add([UnitRating(label: 0), UnitRating(label: 0)], times: 9)
    patterns.add([UnitRating(label: 0), UnitRating(label: 1)])
    let bootstrap = Bootstrap(
      patterns, figures: [.krippendorffAlpha()], labelCount: 2, replicates: 4000, seed: 6)
    let alpha = bootstrap.estimates[0]
    // (9/10)¹⁰ = 34.9 % of the resamples miss the second label.
    #expect((Double(alpha.undefinedReplicates) / 4000 - 0.3487).magnitude < 0.03)
    #expect(alpha.estimate.interval95 != nil)
    patterns.add([UnitRating(label: 0), UnitRating(label: 0)], times: 90)
    patterns.subtract([UnitRating(label: 0), UnitRating(label: 1)].span)
    patterns.add([UnitRating(label: 1), UnitRating(label: 2)], times: 1)
    let rare = Bootstrap(
      patterns, figures: [.labelAlpha(label: 2), .labelAlpha(label: 7)], labelCount: 3,
      replicates: 1000, seed: 6)
    #expect(rare.estimates[1].estimate.status == .undefinedUnusedLabel)
    #expect(rare.estimates[0].undefinedReplicates > 200)
  }

  @Test func `nothing to draw from is said`() {
    let empty = Bootstrap(
      PatternCounts(), figures: CountFigure.nominalFamily, labelCount: 2, seed: 1)
    #expect(empty.units == 0)
    for estimate in empty.estimates {
      #expect(estimate.estimate.status == .undefinedNoData)
      #expect(estimate.undefinedReplicates == 0)
    }
  }

  @Test func `two figures are compared within the same resamples`() {
    let units = RandomUnits.some(count: 150, labels: 4, right: 0.8, seed: 12)
    let bootstrap = Bootstrap(
      RandomRatings.patterns(units), figures: [.fleissKappa(), .krippendorffAlpha(), .gwetAC()],
      labelCount: 4, replicates: 2000, seed: 2)
    let own = bootstrap.difference(0, 0)
    #expect(own.estimate.value == 0)
    #expect(own.estimate.intervalStatus == .collapsed)
    let close = bootstrap.difference(1, 0)
    let error = close.estimate.standardError ?? .nan
    #expect(error < (bootstrap.estimates[0].estimate.standardError ?? 0) / 50)
    let value = close.estimate.value ?? .nan
    #expect((close.estimate.interval95?.lower ?? .nan) <= value)
    #expect((close.estimate.interval95?.upper ?? .nan) >= value)
    let back = bootstrap.difference(0, 1)
    #expect(back.estimate.value == -value)
  }

  /// 95 % intervals of data from a known source, over 200 data sets of 100 units.
  @Test(arguments: ResamplingMethod.allCases)
  func `intervals cover the true agreement about as often as they say`(_ method: ResamplingMethod) {
    // Three annotators right with probability .7, else one of two others.
    let truth = 0.7 * 0.7 + 2 * 0.15 * 0.15
    var covered = 0
    for seed in UInt64(0)..<200 {
      let units = RandomUnits.some(count: 100, labels: 3, right: 0.7, seed: 1000 + seed)
      let estimate = Bootstrap(
        RandomRatings.patterns(units), figures: [.percentAgreement()], labelCount: 3,
        method: method, replicates: 400, seed: seed
      ).estimates[0].estimate
      guard let interval = estimate.interval95 else { continue }
      if interval.lower <= truth, truth <= interval.upper { covered += 1 }
    }
    #expect((0.9...0.985).contains(Double(covered) / 200), "\(covered) of 200")
  }
}
