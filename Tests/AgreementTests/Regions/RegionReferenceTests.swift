import Agreement
import Domain
import Foundation
import TestSupport
import Testing

/// The reference values of the real data sets, as printed: to six places.
@Suite struct RegionReferenceTests {
  private let plain = RegionOptions(gamma: nil)

  private func reference(_ name: String) throws -> [String: Any]? {
    guard let bytes = try SharedFixtures.bytes("data/reference_values.json") else { return nil }
    let root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let datasets = root?["datasets"] as? [String: [String: Any]]
    return datasets?[name]
  }

  private func check(_ value: Double?, _ wanted: Any?, _ name: String) {
    guard let wanted = (wanted as? NSNumber)?.doubleValue else {
      Issue.record("\(name): no reference value")
      return
    }
    #expect(((value ?? .infinity) - wanted).magnitude < 5.1e-7, "\(name)")
  }

  private func check(_ figures: SpanFigures?, _ wanted: [String: Double]?, _ name: String) {
    #expect(wanted?.count == 4)
    check(figures?.exact.value, wanted?["exact"], "\(name) exact")
    check(figures?.overlapping.value, wanted?["relaxed"], "\(name) relaxed")
    check(
      figures?.overlappingUnlabelled.value, wanted?["relaxed_unlabelled"],
      "\(name) relaxed unlabelled")
  }

  @Test func `opinion expressions: every figure of the crowd's spans`() throws {
    guard let wanted = try reference("crowd-oei"),
      let texts = try RealRegions.opinions()
    else { return }
    let report = RegionReport(texts.units, annotators: texts.annotators, options: plain)
    let spans = report.spans
    check(spans?.figures, wanted["f1"] as? [String: Double], "crowd-oei")
    check(
      spans?.figures.exactUnlabelled.value,
      (wanted["f1"] as? [String: Double])?["exact_unlabelled"], "exact unlabelled")
    check(spans?.figures.characters.value, wanted["char_f1"], "characters")
    check(spans?.meanExact.estimate.value, wanted["mean_over_pairs_exact"], "mean over pairs")
    check(spans?.characterAlpha.value, wanted["char_alpha_nominal"], "alpha of characters")
    checkCounts(report, wanted)
    #expect(report.regions == wanted["n_annotations"] as? Int)
    let sizes = Dictionary(
      texts.units.map { ("\($0.answers.count)", 1) }, uniquingKeysWith: +)
    #expect(sizes == wanted["annotators_per_document"] as? [String: Int])
    let length = texts.units.reduce(0) { $0 + ($1.length ?? 0) }
    #expect(length == wanted["n_chars"] as? Int)
    // What stands against gold is no agreement among annotators; single annotators follow below.
    let known: Set = [
      "n_documents", "n_annotators", "n_annotations", "n_doc_annotator_pairs", "labels",
      "span_counts", "f1", "char_f1", "mean_over_pairs_exact", "n_annotator_pairs",
      "char_alpha_nominal", "n_chars", "vs_gold_single_annotator", "n_gold_spans",
      "vs_gold_char_majority", "n_gold_documents", "annotators_per_document", "note",
    ]
    #expect(Set(wanted.keys) == known)
    #expect(spans?.unitized.status == .undefinedUnequalAnnotators)
  }

  @Test func `opinion expressions: single annotators against gold`() throws {
    guard let wanted = try reference("crowd-oei"), let texts = try RealRegions.opinions(),
      let gold = try RealRegions.opinionGold()
    else { return }
    #expect(gold.count == wanted["n_gold_documents"] as? Int)
    #expect(gold.reduce(0) { $0 + $1.count } == wanted["n_gold_spans"] as? Int)
    var exact = [0, 0, 0, 0]
    var relaxed = exact
    for (unit, right) in zip(texts.units, gold) {
      for answer in unit.answers {
        guard case .spans(let own) = answer.regions else { continue }
        let hits = SpanHits(own, right)
        exact = zip(exact, Self.parts(hits.exact)).map { $0 + $1 }
        relaxed = zip(relaxed, Self.parts(hits.overlapping)).map { $0 + $1 }
      }
    }
    let all = try #require(wanted["vs_gold_single_annotator"] as? [String: [String: Double]])
    #expect(Set(all.keys) == ["exact", "relaxed"])
    for (name, sums) in [("exact", exact), ("relaxed", relaxed)] {
      check(Double(sums[0]) / Double(sums[2]), all[name]?["p"], "\(name) precision")
      check(Double(sums[1]) / Double(sums[3]), all[name]?["r"], "\(name) recall")
      let precision = Double(sums[0]) / Double(sums[2])
      let recall = Double(sums[1]) / Double(sums[3])
      check(2 * precision * recall / (precision + recall), all[name]?["f1"], "\(name) F1")
    }
  }

  /// Hits and spans of the first side, then of the second, in pairs.
  private static func parts(_ counts: HitCounts) -> [Int] {
    [counts.firstHits, counts.secondHits, counts.first, counts.second]
  }

  @Test(arguments: ["spans_full_category", "spans_top_category"])
  func `translation errors: every figure, by pair too`(_ key: String) throws {
    guard let wanted = try reference("mqm-ende")?[key] as? [String: Any],
      let rows = try RealRegions.translationErrors()
    else { return }
    let isTop = key == "spans_top_category"
    let texts = rows.spans { isTop ? String($0.prefix { $0 != "/" }) : $0 }
    let report = RegionReport(texts.units, annotators: texts.annotators, options: plain)
    let figures = report.spans?.figures
    check(figures, wanted["f1"] as? [String: Double], key)
    check(figures?.characters.value, wanted["char_f1"], "characters")
    check(
      report.spans?.meanExact.estimate.value, wanted["mean_over_pairs_exact"], "mean over pairs")
    #expect(report.regions == wanted["n_annotations"] as? Int)
    checkCounts(report, wanted)
    #expect(wanted.count == 11, "no key is new")
    // The reference counts equal borders once; here they are a multiset, so labels are taken away.
    let bare = rows.spans { _ in "" }
    let borders = RegionReport(bare.units, annotators: bare.annotators, options: plain)
    check(
      borders.spans?.figures.exact.value,
      (wanted["f1"] as? [String: Double])?["exact_unlabelled"], "exact unlabelled")
    let pairs = wanted["f1_by_pair"] as? [String: [String: Double]] ?? [:]
    #expect(report.byPair.count == pairs.count)
    for pair in report.byPair {
      check(pair.spans, pairs["\(pair.first)|\(pair.second)"], "\(pair.first)|\(pair.second)")
    }
    for pair in borders.byPair {
      let name = "\(pair.first)|\(pair.second)"
      check(pair.spans?.exact.value, pairs[name]?["exact_unlabelled"], name)
    }
  }

  @Test func `boxes of three annotators, with labels and without, by pair too`() throws {
    guard let wanted = try reference("labelstudio-bbox"),
      let answers = try RealRegions.labelStudioBoxes()
    else { return }
    var all = BoxTotals()
    var byLabel = BoxTotals()
    var byPair: [String: BoxTotals] = [:]
    for answers in answers {
      for (place, one) in answers.enumerated() {
        for other in answers.dropFirst(place + 1) {
          all.add(one.boxes, other.boxes)
          byPair["\(one.annotator)|\(other.annotator)", default: BoxTotals()]
            .add(one.boxes, other.boxes)
          for label in Set((one.boxes + other.boxes).map(\.label)) {
            byLabel.add(
              one.boxes.filter { $0.label == label }, other.boxes.filter { $0.label == label })
          }
        }
      }
    }
    check(all, wanted["pairs_ignoring_label"])
    check(byLabel, wanted["pairs_per_label"])
    let pairs = wanted["by_pair_ignoring_label"] as? [String: Any] ?? [:]
    #expect(Set(pairs.keys) == Set(byPair.keys))
    for (name, totals) in byPair { check(totals, pairs[name]) }
  }

  @Test func `pedestrians: workers with each other, and against experts`() throws {
    guard let wanted = try reference("pedestrian-boxes"),
      let workers = try RealRegions.pedestrians("worker"),
      let experts = try RealRegions.pedestrians("expert")
    else { return }
    var among = BoxTotals()
    var against = BoxTotals()
    for (image, answers) in workers {
      for (place, one) in answers.enumerated() {
        for other in answers.dropFirst(place + 1) { among.add(one.boxes, other.boxes) }
        for expert in experts[image] ?? [] { against.add(one.boxes, expert.boxes) }
      }
    }
    check(among, wanted["worker_pairs"])
    check(against, wanted["worker_vs_expert"])
  }

  /// Every key is compared, or fails.
  private func check(_ totals: BoxTotals, _ wanted: Any?) {
    let figures: [String: Double] = [
      "n_image_pairs": Double(totals.comparisons), "n_both_empty": Double(totals.bothEmpty),
      "n_boxes_a": Double(totals.first), "n_boxes_b": Double(totals.second),
      "f1_iou0.5": totals.f1(0.5), "f1_iou0.75": totals.f1(0.75),
      "precision_iou0.5": totals.precision(0.5), "precision_iou0.75": totals.precision(0.75),
      "recall_iou0.5": totals.recall(0.5), "recall_iou0.75": totals.recall(0.75),
      "mean_iou_of_matches_iou0.5": totals.mean(0.5),
      "mean_iou_of_overlapping_matches": totals.mean(0),
    ]
    let wanted = wanted as? [String: Any] ?? [:]
    #expect(Set(wanted.keys) == Set(figures.keys))
    for (key, figure) in figures { check(figure, wanted[key], key) }
  }

  /// What the report counts, under the names of the reference values.
  private func checkCounts(_ report: RegionReport, _ wanted: [String: Any]) {
    #expect(report.figures.comparisons == wanted["n_doc_annotator_pairs"] as? Int)
    #expect(report.byPair.count == wanted["n_annotator_pairs"] as? Int)
    #expect(report.units == wanted["n_documents"] as? Int)
    #expect(report.annotators == wanted["n_annotators"] as? Int)
    #expect(report.labels.map(\.text) == wanted["labels"] as? [String])
    let counts = Dictionary(
      report.byLabel.map { ($0.label.text, $0.regions) }, uniquingKeysWith: +)
    #expect(counts == wanted["span_counts"] as? [String: Int])
  }
}
