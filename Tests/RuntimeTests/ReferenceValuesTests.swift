import Agreement
import Domain
import Foundation
import Interchange
import Runtime
import TestSupport
import Testing

/// The real data sets give the values that other programs compute from them.
struct ReferenceValuesTests {
  /// The reference values are printed to six places.
  private static let tolerance = 6e-7

  @Test(arguments: ReferenceSet.all)
  func `a real data set gives the values of other programs`(set: ReferenceSet) throws {
    guard let path = try SharedFixtures.path(set.path), let expected = try reference(set) else {
      return
    }
    var compared = 0
    for report in try reports(set, path) {
      if report.level == .nominal { compared += try compareCounts(report, expected) }
      compared += try compare(report, expected, report.level)
    }
    #expect(compared >= 6, "only \(compared) values were compared")
  }

  private func reports(_ set: ReferenceSet, _ path: String) throws -> [AgreementReport] {
    let diagnostics = Diagnostics()
    let file = FileAgreement(mapping: set.mapping, labels: set.order)
    let sources = try file.sources(of: path, levels: set.levels, diagnostics: diagnostics)
    #expect(diagnostics.refused == 0, "\(diagnostics.kept.prefix(3))")
    let asked = sources.filter { set.question == nil || $0.question == set.question }
    #expect(asked.count == set.levels.count)
    return asked.map(\.report)
  }

  private func compareCounts(
    _ report: AgreementReport, _ expected: [String: Any]
  ) throws -> Int {
    var compared = 0
    func check(_ key: String, _ value: Int?) {
      guard let wanted = expected[key] as? Int else { return }
      compared += 1
      #expect(value == wanted, "\(key)")
    }
    check("n_items", report.items)
    check("n_raters", report.annotators)
    check("n_ratings", report.ratings)
    check("n_items_with_2plus", report.pairableItems)
    check("n_repeat_ratings_dropped", report.repeats?.dropped)
    let counts = try #require(expected["label_counts"] as? [String: Int])
    let numbers = Dictionary(
      report.byLabel.map { (Number($0.label)?.canonicalText ?? $0.label, $0.figures.ratings) },
      uniquingKeysWith: +)
    for (label, count) in counts {
      let name = Number(label)?.canonicalText ?? label
      // Grades are numbered in the reference where the file spells them out.
      guard let found = numbers[name] else { continue }
      #expect(found == count, "ratings of \(label)")
      compared += 1
    }
    return compared
  }

  private func compare(
    _ report: AgreementReport, _ expected: [String: Any], _ level: Scale
  ) throws -> Int {
    let names = [
      "observed_agreement": "percent_agreement", "fleiss_kappa": "fleiss_kappa",
      "fleiss_kappa_generalised": "fleiss_kappa", "gwet_ac1": "gwet_ac1",
      "brennan_prediger": "brennan_prediger",
      "krippendorff_alpha_\(level.rawValue)": "krippendorff_alpha",
    ]
    var compared = 0
    for (key, name) in names {
      guard let wanted = expected[key] as? Double else { continue }
      let estimate = try #require(report.coefficients.first { $0.name == name }).estimate
      let value = try #require(estimate.value, "\(name): \(estimate.status)")
      #expect(abs(value - wanted) < Self.tolerance, "\(key): \(value), not \(wanted)")
      compared += 1
    }
    return compared + (try comparePairs(report, expected))
  }

  /// Cohen's κ of pairs, over the pairs that share ten items at least.
  private func comparePairs(
    _ report: AgreementReport, _ expected: [String: Any]
  ) throws -> Int {
    guard let kappas = expected["cohen_kappa"] as? [String: Any],
      let mean = kappas["mean"] as? Double, let least = kappas["min_overlap"] as? Int
    else { return 0 }
    let pairs = report.byPair.filter { $0.units >= least }
    let values = pairs.compactMap(\.cohenKappa)
    #expect(report.byPair.count == kappas["n_pairs_total"] as? Int)
    #expect(values.count == kappas["n_pairs_used"] as? Int)
    #expect(abs(values.reduce(0, +) / Double(values.count) - mean) < Self.tolerance)
    for entry in kappas["pairs"] as? [[Any]] ?? [] {
      let names = [entry[0], entry[1]].compactMap { $0 as? String }.sorted()
      let found = pairs.first { [$0.first, $0.second] == names }
      #expect(found?.units == entry[2] as? Int, "\(names)")
      let wanted = try #require(entry[3] as? Double)
      #expect(abs((found?.cohenKappa ?? .nan) - wanted) < Self.tolerance, "\(names)")
    }
    return 2
  }

  private func reference(_ set: ReferenceSet) throws -> [String: Any]? {
    guard let bytes = try SharedFixtures.bytes("data/reference_values.json") else { return nil }
    let whole = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    var node = whole?["datasets"] as? [String: Any]
    for key in set.key { node = node?[key] as? [String: Any] }
    guard let node else {
      Issue.record("no reference values for \(set.key)")
      return nil
    }
    return node
  }
}
