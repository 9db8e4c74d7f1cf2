import Agreement
import Foundation
import TestSupport
import Testing

/// One set of reference values, and how far it has been compared: every key is, or is an issue.
struct ReferenceNode {
  /// The values are printed to six places.
  static let tolerance = 6e-7

  let name: String
  let values: [String: Any]

  /// The values under these keys; nil where the shared fixtures are missing.
  init?(_ keys: String...) throws {
    try self.init(keys)
  }

  init?(_ keys: [String]) throws {
    guard let bytes = try SharedFixtures.bytes("data/reference_values.json") else { return nil }
    let whole = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    var node = whole?["datasets"] as? [String: Any]
    for key in keys { node = node?[key] as? [String: Any] }
    name = keys.joined(separator: "/")
    values = try #require(node, "no reference values for \(keys)")
  }

  init(_ name: String, _ values: [String: Any]) {
    self.name = name
    self.values = values
  }

  /// Compares every number and records an issue for every key that nothing is known of.
  ///
  /// - Parameter beside: Keys that the caller compares itself, or that are words.
  func compare(
    _ ratings: ReferenceRatings, gold: [String: String] = [:], steps: Int = 100,
    beside: Set<String> = []
  ) {
    let known = ReferenceFigures(ratings)
    for (key, value) in values where !beside.contains(key) {
      switch key {
      case "level": #expect(value is String)
      case "label_counts": same(known.labelCounts, value as? [String: Int], key)
      case "ratings_per_item": same(known.sizes, value as? [String: Int], key)
      case "cohen_kappa", "cohen_kappa_linear", "cohen_kappa_quadratic":
        compareKappas(value, known, scheme: key)
      case "vs_gold": compareGold(value, ratings, gold: gold, steps: steps)
      default: check(known.value(key), value, key)
      }
    }
  }

  private func same(_ ours: [String: Int], _ wanted: [String: Int]?, _ key: String) {
    let plain = wanted.map { counts in
      Dictionary(
        counts.map { (Double($0.key).map { "\($0)" } ?? $0.key, $0.value) }, uniquingKeysWith: +)
    }
    let own = Dictionary(
      ours.map { (Double($0.key).map { "\($0)" } ?? $0.key, $0.value) }, uniquingKeysWith: +)
    #expect(own == plain, "\(name) \(key)")
  }

  func check(_ ours: Double??, _ wanted: Any, _ key: String) {
    guard let ours else {
      Issue.record("\(name): nothing is compared with \(key)")
      return
    }
    guard let number = (wanted as? NSNumber)?.doubleValue else {
      Issue.record("\(name): \(key) is no number")
      return
    }
    #expect(
      isNear(ours, number, within: Self.tolerance), "\(name) \(key): \(String(describing: ours))")
  }

  private func compareKappas(_ value: Any, _ known: ReferenceFigures, scheme: String) {
    if let number = value as? Double {
      check(known.onlyKappa, number, scheme)
      return
    }
    guard let node = value as? [String: Any], let least = node["min_overlap"] as? Int else {
      Issue.record("\(name): \(scheme) is not read")
      return
    }
    let pairs = known.kappas(least: least, scheme: String(scheme.dropFirst("cohen_kappa".count)))
    for (key, value) in node where key != "weights" && key != "min_overlap" {
      guard key == "pairs" else {
        check(pairs.summary[key].map { .some($0) }, value, "\(scheme) \(key)")
        continue
      }
      let entries = value as? [[Any]] ?? []
      #expect(entries.count == pairs.all.count && !entries.isEmpty, "\(name) \(scheme)")
      for entry in entries {
        let names = entry.prefix(2).compactMap { $0 as? String }.sorted()
        let found = pairs.all.first { $0.names == names }
        #expect(found?.units == entry[2] as? Int, "\(name) \(names)")
        check(.some(found?.kappa), entry[3], "\(scheme) \(names)")
      }
    }
  }

  private func compareGold(
    _ value: Any, _ ratings: ReferenceRatings, gold: [String: String], steps: Int
  ) {
    guard let node = value as? [String: Any] else { return }
    let votes = ratings.votes
    let right = votes.units.map { unit in
      gold[unit].flatMap { ratings.labels.firstIndex(of: $0) }.map { Int32($0) } ?? -1
    }
    let majority = MajorityVote.estimate(votes.table)
    let model = DawidSkene.estimate(
      votes.table, options: TruthOptions(iterations: steps, tolerance: nil))
    let judged = right.indices.filter { right[$0] >= 0 }
    let tied = judged.count { majority.units[$0].isTied }
    let single = LabelComparison.against(right, votes: votes.table)
    for (key, value) in node {
      switch key {
      case "n_gold_items": #expect(judged.count == value as? Int, "\(name)")
      case "n_gold_items_tied": #expect(tied == value as? Int, "\(name)")
      case "dawid_skene_accuracy":
        check(TruthAccuracy.measured(model, gold: right).value, value, key)
      case "majority_vote_accuracy_tie_fraction":
        check(TruthAccuracy.tiesShared(majority, gold: right), value, key)
      case "majority_vote_accuracy":
        // The other program breaks ties; here a tie is no label.
        let strict = TruthAccuracy.measured(majority, gold: right).value ?? .nan
        let wanted = value as? Double ?? .nan
        let slack = Double(tied) / Double(judged.count) + Self.tolerance
        #expect(wanted >= strict - Self.tolerance && wanted <= strict + slack, "\(name)")
      case "single_rating_accuracy":
        let agreeing = single.reduce(0) { $0 + $1.table.agreeing }
        let all = single.reduce(0) { $0 + $1.table.units }
        check(Double(agreeing) / Double(all), value, key)
      default: Issue.record("\(name): nothing is compared with vs_gold \(key)")
      }
    }
  }
}
