import Agreement
import Domain
import Testing

@Suite struct ReportIntervalTests {
  private static func report(
    _ random: RandomRatings, level: Scale = .nominal, labels: [String]? = nil,
    weights: AgreementWeights.Scheme? = nil
  ) -> AgreementReport {
    let annotators = Set(random.units.joined().map(\.annotator)).filter { $0 >= 0 }
    return AgreementReport(
      sums: random.sums, labels: labels ?? (0..<random.labelCount).map { "\($0 + 1)" },
      annotators: (0...(annotators.max() ?? 0)).map { "annotator \($0)" }, level: level,
      patterns: RandomRatings.patterns(random.units), votes: random.votes, weights: weights)
  }

  @Test func `every figure with a value has an interval or says why not`() {
    var intervals = 0
    for seed in 1...40 {
      let random = RandomRatings(seed: UInt64(seed))
      for level in [Scale.nominal, .ordinal, .interval, .ratio] {
        for coefficient in Self.report(random, level: level).coefficients {
          let estimate = coefficient.estimate
          guard estimate.value != nil else {
            #expect(estimate.status != .defined)
            continue
          }
          let isExcused = [.oneUnit, .hangsOnOneUnit].contains(estimate.intervalStatus)
          #expect(estimate.interval95 != nil || isExcused, "\(coefficient.name), seed \(seed)")
          if estimate.interval95 != nil { intervals += 1 }
        }
      }
    }
    #expect(intervals > 500)
  }

  @Test func `levels bring weighted figures, and weights bring all of them`() {
    let random = RandomRatings(seed: 4)
    func names(_ report: AgreementReport) -> Set<String> { Set(report.coefficients.map(\.name)) }
    let nominal = names(Self.report(random))
    let ordinal = names(Self.report(random, level: .ordinal))
    #expect(
      ordinal.subtracting(nominal) == [
        "fleiss_kappa_linear", "fleiss_kappa_quadratic", "gwet_ac2",
      ])
    let radical = Self.report(random, weights: .radical)
    #expect(
      names(radical).subtracting(nominal) == [
        "percent_agreement_radical", "fleiss_kappa_radical", "conger_kappa_radical",
        "brennan_prediger_radical", "gwet_ac2",
      ])
    #expect(radical.coefficients.filter { $0.weights == "radical" }.count == 5)
  }

  @Test func `weights follow the order of the scale, not that of the codes`() throws {
    let random = RandomRatings(seed: 12)
    let codes = (0..<random.labelCount)
    let turned = random.units.map { unit in
      unit.map {
        UnitRating(
          annotator: $0.annotator, label: Int32(random.labelCount - 1) - $0.label)
      }
    }
    for scheme in AgreementWeights.Scheme.allCases {
      let straight = Self.report(random, weights: scheme)
      let annotators = (0..<60).map { "annotator \($0)" }
      let other = AgreementReport(
        sums: RandomRatings.sums(turned), labels: codes.map { "\($0 + 1)" }.reversed(),
        annotators: annotators, patterns: RandomRatings.patterns(turned), weights: scheme)
      for name in ["gwet_ac2", "fleiss_kappa_\(scheme.rawValue)"] {
        let one = straight.coefficients.first { $0.name == name }?.estimate
        let two = other.coefficients.first { $0.name == name }?.estimate
        #expect(isNear(one?.value, two?.value), "\(name) \(scheme)")
        #expect(isNear(one?.standardError, two?.standardError), "\(name) \(scheme)")
      }
    }
  }

  @Test func `a weighted figure of words on an interval scale is undefined`() {
    let random = RandomRatings(seed: 4)
    let words = (0..<random.labelCount).map { "word \($0)" }
    let report = Self.report(random, level: .interval, labels: words)
    let found = report.coefficients.first { $0.name == "gwet_ac2" }
    #expect(found?.estimate.status == .undefinedNotNumbers)
  }

  @Test func `sets have alpha by MASI and by Jaccard`() throws {
    let values: [Value] = [["a"], ["a", "b"], ["b"]].map {
      .labels(of: $0.map { LabelID($0) })
    }
    var sums = AgreementSums()
    var patterns = PatternCounts()
    for labels in [[0, 1, 1], [2, 2, 1], [0, 0, 2], [1, 1, 1]] as [[Int32]] {
      let unit = labels.enumerated().map { UnitRating(annotator: Int32($0), label: $1) }
      sums.add(unit)
      patterns.add(unit)
    }
    let report = AgreementReport(
      sums: sums, labels: ["a", "a, b", "b"], annotators: ["x", "y", "z"], level: .set,
      patterns: patterns, values: values)
    let names = report.coefficients.suffix(2).map(\.name)
    #expect(names == ["krippendorff_alpha_masi", "krippendorff_alpha_jaccard"])
    let sets = LabelSets([["a"], ["a", "b"], ["b"]])
    let masi = KrippendorffAlpha.estimate(sums, metric: .masi(sets), patterns: patterns)
    #expect(isNear(report.coefficients.suffix(2).first?.estimate.value, masi.value))
    #expect(report.coefficients.suffix(2).allSatisfy { $0.estimate.interval95 != nil })
  }

  @Test func `too few common units are said, not hidden`() throws {
    let small = RandomRatings(seed: 4)
    let report = Self.report(small)
    #expect(!report.byPair.isEmpty)
    #expect(report.byPair.allSatisfy { !$0.isEnough })
    let pair = AgreementReport(
      sums: Tables.square([[20, 5], [4, 11]]), labels: ["a", "b"], annotators: ["x", "y"])
    let line = try #require(pair.byPair.first)
    #expect(line.isEnough)
    #expect(line.agreement.intervalStatus == .wilson)
    #expect(line.kappa.interval95 != nil)
    #expect(isNear(line.circumstances?.biasIndex, 1.0 / 40))
    #expect(isNear(line.circumstances?.prevalenceIndex, 9.0 / 40))
    #expect(isNear(line.circumstances?.pabak, 2 * 31.0 / 40 - 1))
  }
}
