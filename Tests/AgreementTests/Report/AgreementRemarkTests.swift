import Agreement
import Domain
import Testing

@Suite struct AgreementRemarkTests {
  private func remarks(_ sums: AgreementSums) -> [AgreementRemark] {
    AgreementReport(sums: sums, labels: ["no", "yes"], annotators: ["x", "y"]).remarks
  }

  @Test func `the paradox names the label and its share`() throws {
    let found = remarks(Tables.square([[118, 5], [2, 0]]))
    let paradox = try #require(found.first { $0.kind == .prevalenceParadox })
    #expect(paradox.sentence.hasPrefix("94.4 % of pairs agree, yet kappa and alpha are low:"))
    #expect(paradox.sentence.contains("\"no\" has 97.2 % of all ratings"))
  }

  @Test func `the paradox needs agreement, a low kappa and a dominant label`() {
    #expect(PrevalenceParadox(agreement: 0.79, kappa: 0.1, byLabel: [90, 10]) == nil)
    #expect(PrevalenceParadox(agreement: 0.9, kappa: 0.67, byLabel: [90, 10]) == nil)
    #expect(PrevalenceParadox(agreement: 0.9, kappa: 0.1, byLabel: [74, 26]) == nil)
    #expect(PrevalenceParadox(agreement: 0.9, kappa: nil, byLabel: [100, 0]) == nil)
    #expect(PrevalenceParadox(agreement: 0.9, kappa: 0.1, byLabel: [5, 75, 20])?.label == 1)
    let balanced = remarks(Tables.square([[50, 3], [2, 45]]))
    #expect(!balanced.contains { $0.kind == .prevalenceParadox })
  }

  /// 1 − Φ((.8 − .85)/.05) = 1 − Φ(−1), the ends at ±1 taken off.
  @Test func `membership is that of a normal distribution cut at one`() {
    let found = Benchmark.membership(.almostPerfect, value: 0.85, standardError: 0.05)
    #expect(isNear(found, (0.9986501019683699 - 0.15865525393145707) / 0.9986501019683699))
    #expect(Benchmark.membership(.poor, value: -0.5, standardError: 0.1) == 1)
    #expect(Benchmark.membership(.moderate, value: 0.4, standardError: 0) == 1)
    #expect(Benchmark.membership(.substantial, value: 0.4, standardError: 0) == 0)
  }

  @Test func `the benchmark is the highest band reached with 95 per cent`() {
    let good = AgreementReport(
      sums: Tables.square([[480, 10], [12, 498]]), labels: ["a", "b"], annotators: ["x", "y"])
    let few = AgreementReport(
      sums: Tables.square([[20, 4], [2, 14]]), labels: ["a", "b"], annotators: ["x", "y"])
    func band(_ report: AgreementReport) -> Benchmark.Band? {
      report.coefficients.first { $0.name == "fleiss_kappa" }.flatMap {
        Benchmark.band($0.estimate)
      }
    }
    #expect(band(good) == .almostPerfect)
    #expect(band(few) == .moderate)
    let sentences = few.remarks.filter { $0.kind == .benchmark }.map(\.sentence)
    #expect(sentences.first?.contains("\"moderate\"") == true)
  }

  @Test func `Krippendorff's limits are read off the lower end`() throws {
    let few = remarks(Tables.square([[20, 4], [2, 14]]))
    let reliance = try #require(few.first { $0.kind == .reliance })
    #expect(reliance.sentence.contains("below .667"))
    let good = remarks(Tables.square([[480, 10], [12, 498]]))
    #expect(good.first { $0.kind == .reliance }?.sentence.contains("reaches .800") == true)
  }

  @Test func `of few items nothing is said but that they are few`() {
    for table in [Tables.square([[2, 0], [0, 2]]), Tables.square([[10, 2], [1, 7]])] {
      #expect(remarks(table).map(\.kind) == [.tooFew])
    }
  }

  @Test func `an order that nobody stated is told`() throws {
    func remarks(_ labels: [String], _ order: LabelOrder) -> [AgreementRemark] {
      AgreementReport(
        sums: Tables.square([[20, 4], [2, 14]]), labels: labels, order: order,
        annotators: ["x", "y"], level: .ordinal
      ).remarks.filter { $0.kind == .assumedOrder }
    }
    let told = try #require(remarks(["never", "always"], .natural).first)
    #expect(told.sentence.contains("\"always\" < \"never\""))
    #expect(remarks(["never", "always"], .listed(["never", "always"])).isEmpty)
    #expect(remarks(["never", "always"], .declared).isEmpty)
    #expect(remarks(["1", "2"], .natural).isEmpty)
  }
}
