import Agreement
import Domain
import Testing

@Suite struct AgreementReportTests {
  private let units: [[(Int32, Int32)]] = [
    [(0, 0), (1, 0), (2, 1)], [(0, 1), (1, 1)], [(1, 2)], [(0, 0), (2, 2)], [(0, 1), (1, 1)],
  ]

  private var sums: AgreementSums {
    RandomRatings.sums(
      units.map { $0.map { UnitRating(annotator: $0.0, label: $0.1) } })
  }

  private func report(
    labels: [String] = ["10", "9", "other"], order: LabelOrder = .natural, level: Scale = .nominal,
    annotators: [String] = ["Zoe", "Amir", "Bo"]
  ) -> AgreementReport {
    AgreementReport(
      sums: sums, labels: labels, order: order, annotators: annotators, level: level)
  }

  @Test func `the counts and the coefficients of the contract are there`() {
    let report = report()
    #expect(report.items == 5)
    #expect(report.pairableItems == 4)
    #expect(report.annotators == 3)
    #expect(report.ratings == 10)
    #expect(
      report.coefficients.map(\.name) == [
        "percent_agreement", "krippendorff_alpha", "fleiss_kappa", "scott_pi", "gwet_ac1",
        "brennan_prediger", "mean_pairwise_cohen_kappa", "conger_kappa", "light_kappa",
      ])
    #expect(report.coefficients[3].estimate.status == .undefinedMoreThanTwo)
    #expect(report.coefficients[6].pairs == 3 - (report.coefficients[6].undefinedPairs ?? 0))
  }

  @Test func `labels stand in the order of the scale`() {
    #expect(report().labels == ["9", "10", "other"])
    #expect(report(order: .declared).labels == ["10", "9", "other"])
  }

  @Test func `the least agreed label comes first, pairs by common units`() {
    let report = report()
    let alphas = report.byLabel.compactMap(\.figures.alpha.value)
    #expect(alphas == alphas.sorted())
    #expect(report.byPair.map(\.units) == [3, 2, 1])
    #expect(report.byPair[0].first == "Amir")
    #expect(report.byPair[0].second == "Zoe")
    #expect(report.byPair[0].percentAgreement == 1)
    #expect(report.pairsOmitted == 0)
  }

  @Test func `levels that need numbers say so where labels are words`() {
    let words = report(level: .interval)
    #expect(words.coefficients[1].estimate.status == .undefinedNotNumbers)
    let numbers = report(labels: ["10", "9", "8.5"], level: .ratio)
    #expect(numbers.coefficients[1].estimate.value != nil)
    #expect(numbers.coefficients[1].level == "ratio")
    #expect(report(level: .ordinal).coefficients[1].estimate.value != nil)
  }

  @Test func `two annotators have their own kappa`() throws {
    var pair = AgreementSums()
    for unit in units where unit.count > 1 {
      pair.add(unit.prefix(2).map { UnitRating(annotator: $0.0 == 0 ? 0 : 1, label: $0.1) })
    }
    let report = AgreementReport(sums: pair, labels: ["a", "b", "c"], annotators: ["x", "y"])
    let cohen = try #require(report.coefficients.first { $0.name == "cohen_kappa" })
    #expect(cohen.estimate.value == report.byPair[0].cohenKappa)
    #expect(report.coefficients[3].estimate.status == .defined)
  }

  @Test func `nothing at all is reported as such`() {
    let report = AgreementReport(sums: AgreementSums(), labels: [], annotators: [])
    #expect(report.items == 0)
    #expect(report.coefficients.allSatisfy { $0.estimate.value == nil })
    #expect(report.coefficients[0].estimate.status == .undefinedNoData)
    #expect(report.byPair.isEmpty)
  }

  @Test func `sums without annotators leave only what needs none`() {
    var plain = AgreementSums(detail: .none)
    for unit in units { plain.add(unit.map { UnitRating(annotator: $0.0, label: $0.1) }) }
    let report = AgreementReport(
      sums: plain, labels: ["a", "b", "c"], annotators: ["x", "y", "z"])
    #expect(report.coefficients[0].estimate.value != nil)
    #expect(report.coefficients[6].estimate.status == .undefinedNotCounted)
  }
}
