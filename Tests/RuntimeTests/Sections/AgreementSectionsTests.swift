import Agreement
import Domain
import Foundation
import Interchange
import Runtime
import Testing

/// What `agree` says of a bare file beside its coefficients.
@Suite struct AgreementSectionsTests {
  private func source(
    _ header: String, _ rows: [String], _ wishes: AgreementWishes = AgreementWishes(),
    mapping: Mapping = Mapping(), labels: [String] = [], arePreferences: Bool = false,
    cutting: FileCutting = FileCutting()
  ) throws -> AgreementSource {
    let path = NSTemporaryDirectory() + "agree-" + UUID().uuidString + ".csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try ([header] + rows).joined(separator: "\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let sources = try FileAgreement(
      mapping: mapping, labels: labels, cutting: cutting, wishes: wishes,
      arePreferences: arePreferences
    ).sources(of: path, levels: [.nominal], diagnostics: Diagnostics())
    return try #require(sources.first)
  }

  /// 60 items, three people, two channels, four weeks; people fall out over mail.
  private var rows: [String] {
    (0..<60).flatMap { item in
      ["ada", "ben", "cleo"].enumerated().map { place, person in
        let isMail = item.isMultiple(of: 2)
        let label = isMail && (item + place).isMultiple(of: 3) ? "no" : item % 5 == 0 ? "no" : "yes"
        let day = 1 + item / 15 * 7
        return "i\(item),\(person),\(label),2026-06-0\(day > 9 ? 1 : day)T1\(place):00:00Z,"
          + (isMail ? "mail" : "chat")
      }
    }
  }
  private let header = "item,annotator,label,at,channel"

  private var timed: Mapping {
    var mapping = Mapping()
    mapping.at = "at"
    return mapping
  }

  private func narrow(_ source: AgreementSource) {
    for line in AgreementText.lines(source) { #expect(line.count <= 80, "\(line)") }
  }

  private func member(_ name: String, _ source: AgreementSource) -> JSONText? {
    guard case .object(let members) = AgreementJSON.json(source) else { return nil }
    return members.first { $0.name == name }?.value
  }

  @Test func `a slice is read without being named twice`() throws {
    var wishes = AgreementWishes()
    wishes.cuts = [Cut("channel"), Cut("week")]
    let source = try source(header, rows, wishes, mapping: timed)
    let groups = source.sections.groups
    try #require(groups.count == 2)
    #expect(groups[0].groups.map(\.name) == ["mail", "chat"])
    #expect(groups[0].groups.map(\.items) == [30, 30])
    #expect(groups[1].ratingsOutside == 0 && groups[1].groups.count > 1)
    #expect(member("by_group", source) != nil)
    narrow(source)
  }

  @Test func `a column that is not there is said`() throws {
    var wishes = AgreementWishes()
    wishes.cuts = [Cut("chanel")]
    #expect(throws: ProjectFailure.self) { _ = try self.source(self.header, self.rows, wishes) }
  }

  @Test func `time, mix and plan come for the asking`() throws {
    var wishes = AgreementWishes()
    wishes.drift = .day
    wishes.target = .shares([LabelID("yes"): 0.5, LabelID("maybe"): 0.5])
    wishes.cuts = [Cut("channel")]
    wishes.planning = AgreementWishes.Planning(halfWidth: 0.05, largestDefectShare: 0.02)
    let source = try source(header, rows, wishes, mapping: timed)
    let drift = try #require(source.sections.drift)
    #expect(drift.report.windows.map(\.units).reduce(0, +) == 60)
    #expect(drift.fatigue.annotators == 3)
    let coverage = try #require(source.sections.coverage)
    #expect(coverage.labels == ["no", "yes", "maybe"])
    #expect(coverage.report.labels.map(\.ratings).reduce(0, +) == 180)
    #expect(coverage.report.labels.map(\.target) == [0, 0.5, 0.5])
    #expect(coverage.slices == ["chat", "mail"])
    #expect(coverage.report.emptyCells.count == 2)
    let plan = try #require(source.sections.plan)
    #expect(plan.plan.population == nil)
    #expect(plan.plan.alpha != nil)
    #expect(plan.plan.batch?.available.reduce(0, +) == 60)
    for name in ["drift", "coverage", "plan"] { #expect(member(name, source) != nil, "\(name)") }
    narrow(source)
  }

  @Test func `nothing is added that nobody asked for`() throws {
    let source = try source(header, rows, mapping: timed)
    #expect(source.sections.texts.isEmpty && source.sections.members.isEmpty)
  }

  @Test func `drawn intervals are the same from the same seed, whatever reads the file`() throws {
    var wishes = AgreementWishes()
    wishes.resampling = Resampling(method: .bca, replicates: 200, seed: 5)
    let one = try source(header, rows, wishes, mapping: timed)
    let other = try source(
      header, rows.reversed(), wishes, mapping: timed,
      cutting: FileCutting(threads: 2, stretch: 64))
    #expect(one.report.coefficients == other.report.coefficients)
    // Codes come in the order of the file; figures do not.
    #expect(one.report.byLabel.map(\.label) == other.report.byLabel.map(\.label))
    #expect(one.report.byLabel.map(\.figures.alpha) == other.report.byLabel.map(\.figures.alpha))
    #expect(
      one.report.byLabel.map(\.figures.specific) == other.report.byLabel.map(\.figures.specific))
    let alpha = try #require(one.report.coefficients.first { $0.name == "krippendorff_alpha" })
    #expect(alpha.estimate.intervalStatus == .bca && alpha.undefinedReplicates == 0)
    let light = try #require(one.report.coefficients.first { $0.name == "conger_kappa" })
    #expect(light.undefinedReplicates == nil)
    let plain = try source(header, rows, mapping: timed)
    #expect(
      plain.report.coefficients.map(\.estimate.value)
        == one.report.coefficients.map(\.estimate.value))
    wishes.resampling = Resampling(method: .bca, replicates: 200, seed: 6)
    let seeded = try source(header, rows, wishes, mapping: timed)
    #expect(one.report.coefficients != seeded.report.coefficients)
    narrow(one)
  }

  @Test func `weighted figures are drawn again too`() throws {
    let rows = (0..<40).flatMap { item in
      (0..<3).map { "i\(item),p\($0),\(1 + (item + ($0 == 2 ? item % 3 : 0)) % 4)" }
    }
    var wishes = AgreementWishes()
    wishes.weights = .quadratic
    wishes.resampling = Resampling(method: .percentile, replicates: 200, seed: 1)
    let source = try source("item,annotator,label", rows, wishes)
    let figures = source.report.coefficients
    for name in ["percent_agreement_quadratic", "fleiss_kappa_quadratic", "gwet_ac2"] {
      let figure = try #require(figures.first { $0.name == name }, "\(name)")
      #expect(figure.estimate.intervalStatus == .percentile, "\(name)")
      let interval = try #require(figure.estimate.interval95)
      let value = try #require(figure.estimate.value)
      #expect(interval.lower <= value && value <= interval.upper)
    }
  }

  @Test func `weights by name are those of the scheme they spell`() throws {
    let path = NSTemporaryDirectory() + "weights-" + UUID().uuidString + ".csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    func wishes(
      _ lines: [String], header: [String] = ["one,other,weight"]
    ) throws -> AgreementWishes {
      try (header + lines).joined(separator: "\n")
        .write(toFile: path, atomically: true, encoding: .utf8)
      var wishes = AgreementWishes()
      wishes.weightTable = try WeightTable(path: path, diagnostics: Diagnostics())
      return wishes
    }
    let rows = (0..<40).flatMap { item in
      (0..<2).map { "i\(item),p\($0),\(1 + (item + ($0 == 1 ? item % 3 : 0)) % 3)" }
    }
    // Linear weights of three ranks, one pair named the other way round.
    let table = try source("item,annotator,label", rows, wishes(["1,2,.5", "3,2,.5", "1,3,0"]))
    var linear = AgreementWishes()
    linear.weights = .linear
    let scheme = try source("item,annotator,label", rows, linear)
    for name in ["percent_agreement", "cohen_kappa", "fleiss_kappa", "conger_kappa"] {
      let one = table.report.coefficients.first { $0.name == name + "_table" }
      let other = scheme.report.coefficients.first { $0.name == name + "_linear" }
      #expect(try #require(one).estimate == #require(other).estimate, "\(name)")
    }
    let headless = try source(
      "item,annotator,label", rows, wishes(["1,2,.5", "3,2,.5", "1,3,0"], header: []))
    #expect(headless.report.coefficients == table.report.coefficients)
    for wrong in [["1,2,1.5"], ["1,2,.5", "2,1,.6"], ["1,1,.5"], []] {
      #expect(throws: ProjectFailure.self, "\(wrong)") { _ = try wishes(wrong) }
    }
    narrow(table)
  }

  @Test func `preferences show by themselves where nobody would mean anything else`() throws {
    func labels(_ names: [String]) -> [String] {
      (0..<12).flatMap { item in
        (0..<3).map { "i\(item),p\($0),\(names[(item + $0 / 2) % names.count])" }
      }
    }
    let header = "item,annotator,label"
    #expect(try source(header, labels(["A", "tie", "B"])).sections.preference != nil)
    #expect(try source(header, labels(["model_a", "model_b"])).sections.preference != nil)
    #expect(try source(header, labels(["left", "right"])).sections.preference == nil)
    #expect(try source(header, labels(["0", "1", "2"])).sections.preference == nil)
    let asked = try source(header, labels(["0", "1", "2"]), arePreferences: true)
    #expect(asked.sections.preference != nil)
    #expect(member("preference", asked) != nil)
    narrow(asked)
  }

  @Test func `labels that say nothing of two answers are named`() throws {
    let rows = (0..<12).flatMap { item in
      (0..<2).map { "i\(item),p\($0),\(["x", "y", "tie"][(item + $0) % 3])" }
    }
    #expect(throws: ProjectFailure.self) {
      _ = try self.source("item,annotator,label", rows, arePreferences: true)
    }
    let stated = try source(
      "item,annotator,label", rows, labels: ["y", "tie", "x"], arePreferences: true)
    #expect(stated.sections.preference?.counts.first == 8)
    let numbered = rows.map { $0.replacing(",x", with: ",1").replacing(",y", with: ",2") }
    #expect(try source("item,annotator,label", numbered).sections.preference?.counts.first == 8)
  }

  @Test func `the rest of a target falls to labels that it does not name`() throws {
    var wishes = AgreementWishes()
    wishes.target = .shares([LabelID("yes"): 0.8])
    let partly = try source(header, rows, wishes, mapping: timed)
    let targets = try #require(partly.sections.coverage?.report.labels.map { $0.target ?? .nan })
    #expect(targets.count == 2 && abs(targets[0] - 0.2) < 1e-12 && abs(targets[1] - 0.8) < 1e-12)
    wishes.target = .shares([LabelID("yes"): 0.8, LabelID("no"): 0.1])
    let short = wishes
    #expect(throws: ProjectFailure.self) {
      _ = try self.source(self.header, self.rows, short, mapping: self.timed)
    }
  }

  @Test func `five equal ratings of an item say no more of the mix than one`() throws {
    let mixed = (0..<100).map { $0 < 60 ? "x" : "y" }
    func distance(_ times: Int) throws -> CoverageReport {
      let rows = mixed.enumerated().flatMap { item, label in
        (0..<times).map { "i\(item),p\($0),\(label)" }
      }
      var wishes = AgreementWishes()
      wishes.target = .uniform
      return try #require(
        try source("item,annotator,label", rows, wishes).sections.coverage
      ).report
    }
    let five = try distance(5)
    // 60 of 100 beside 50: χ² 4, with 1 item less in the variance.
    #expect(abs(try #require(five.distance?.chiSquare?.statistic) - 3.96) < 1e-9)
    let share = five.labels[0].share
    #expect(share.value == 0.6)
    #expect(abs(try #require(share.standardError) - (0.24 / 99).squareRoot()) < 1e-12)
  }

  @Test func `of sets each label is told by itself`() throws {
    var mapping = Mapping()
    mapping.values = ValueExpectation(kind: .labels)
    let rows = ["1,a,x|y", "1,b,y|x", "2,a,x", "2,b,z", "3,a,y|z", "3,b,z", "4,a,y", "4,b,y"]
    let source = try source("item,annotator,label", rows, mapping: mapping)
    #expect(Set(source.report.byMember.map(\.label)) == ["x", "y", "z"])
    let x = try #require(source.report.byMember.first { $0.label == "x" }?.figures)
    // Chosen by both, by one, by none, by none: x x, x -, - -, - -.
    #expect(x.ratings == 3)
    #expect(abs(try #require(x.specificAgreement) - 2.0 / 3) < 1e-12)
    let names = source.report.coefficients.map(\.name)
    #expect(names.contains("krippendorff_alpha_masi"))
    #expect(names.contains("krippendorff_alpha_jaccard"))
    let jaccard = source.report.coefficients.first { $0.name == "krippendorff_alpha_jaccard" }
    // Disagreements: 0, 1, 1/2, 0.
    #expect(abs(try #require(jaccard?.estimate.observed) - 0.375) < 1e-12)
    narrow(source)
  }

  @Test func `probabilities are held against what most people say`() throws {
    let path = NSTemporaryDirectory() + "model-" + UUID().uuidString + ".jsonl"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let lines = (0..<60).map { item in
      let yes = item % 5 == 0 ? 0.9 : 0.8
      return #"{"item":"i\#(item)","probabilities":{"yes":\#(yes),"no":\#(1 - yes),"else":0}}"#
    }
    let bad = [
      #"{"item":"i1","probabilities":{"yes":2}}"#, #"{"item":"nobody","probabilities":{}}"#,
    ]
    try (lines + bad).joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    let diagnostics = Diagnostics()
    var wishes = AgreementWishes()
    wishes.probabilities = try ModelProbabilities(
      path: path, isOutOfSample: false, diagnostics: diagnostics)
    #expect(diagnostics.refused == 1)
    let source = try source(header, rows, wishes, mapping: timed)
    let section = try #require(source.sections.probabilities)
    #expect(section.unknownItems == 1)
    #expect(section.labels == ["no", "yes", "else"])
    #expect(section.calibration.units == 60)
    #expect(section.errors.origin == .assumedOutOfSample)
    #expect(!section.isGold)
    #expect(member("probabilities", source) != nil)
    narrow(source)
  }
}
