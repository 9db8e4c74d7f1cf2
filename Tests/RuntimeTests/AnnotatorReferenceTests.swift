import Agreement
import Domain
import Foundation
import Interchange
import Runtime
import TestSupport
import Testing

/// What other programs say of the annotators of real data sets.
struct AnnotatorReferenceTests {
  private func votes(_ key: [String]) throws -> QuestionVotes? {
    let set = try #require(ReferenceSet.all.first { $0.key == key })
    guard let path = try SharedFixtures.path(set.path) else { return nil }
    let labels = set.order.map { LabelID($0) }
    return try VoteFile(mapping: set.mapping, labels: labels)
      .votes(of: path, diagnostics: Diagnostics()).first
  }

  private func reference(_ key: [String]) throws -> [String: Any] {
    let bytes = try #require(try SharedFixtures.bytes("data/reference_values.json"))
    let whole = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    var node = whole?["datasets"] as? [String: Any]
    for part in key { node = node?[part] as? [String: Any] }
    return try #require(node)
  }

  @Test func `convabuse: own repeats agree as often as its reference says`() throws {
    guard let votes = try votes(["convabuse", "severity_ordinal"]) else { return }
    let wanted = try reference(["convabuse", "intra_rater"])
    let repeats = votes.repeatCounts
    #expect(repeats.pairs == wanted["n_pairs"] as? Int)
    let groups = Set(votes.repeats.map { [$0.unit, Int($0.annotator)] }).count
    #expect(groups == wanted["n_repeat_groups"] as? Int)
    let share = try #require(repeats.selfConsistency)
    #expect(abs(share - (wanted["exact_agreement"] as? Double ?? 0)) < 6e-7)
    #expect(repeats.dropped == 357)
    let report = AnnotatorReport(votes)
    #expect(report.standings.reduce(0) { $0 + $1.repeats } == repeats.pairs)
  }

  @Test func `google-fact-eval: 57 raters, whose ratings and repeats are all counted`() throws {
    guard let votes = try votes(["google-fact-eval", "three_classes"]) else { return }
    let wanted = try reference(["google-fact-eval", "three_classes"])
    #expect(votes.annotators.count == wanted["n_raters"] as? Int)
    #expect(votes.table.count == wanted["n_ratings"] as? Int)
    #expect(votes.repeatsDropped == wanted["n_repeat_ratings_dropped"] as? Int)
    #expect(votes.ratedUnits == wanted["n_items"] as? Int)
  }

  @Test func `bluebirds: accuracy of single ratings beside gold`() throws {
    guard var votes = try votes(["bluebirds", "bluebirds"]),
      let path = try SharedFixtures.path("data/bluebirds/gold.csv")
    else { return }
    var mapping = Mapping()
    mapping.item = ["image_id"]
    mapping.annotator = "worker_id"
    let gold = try VoteFile(mapping: mapping).finalValues(of: path, diagnostics: Diagnostics())
    #expect(votes.replaceGold(gold[.label] ?? [:]) == 0)
    let report = AnnotatorReport(votes)
    let wanted = try reference(["bluebirds", "bluebirds", "vs_gold"])
    let tables = report.standings.compactMap(\.gold?.table)
    let right = tables.reduce(0) { $0 + $1.agreeing }
    let all = tables.reduce(0) { $0 + $1.units }
    let single = try #require(wanted["single_rating_accuracy"] as? Double)
    #expect(abs(Double(right) / Double(all) - single) < 6e-7)
  }
}
