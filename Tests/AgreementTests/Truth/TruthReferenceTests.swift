import Agreement
import Foundation
import TestSupport
import Testing

/// Truth on real data sets against the shared reference values.
@Suite struct TruthReferenceTests {
  private func text(_ path: String) throws -> String? {
    try SharedFixtures.bytes(path).map { String(decoding: $0, as: UTF8.self) }
  }

  private func rows(_ text: String, separator: Character) -> [[String]] {
    text.split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: separator).map(String.init) }
  }

  private func reference(_ path: String...) throws -> [String: Any]? {
    guard let bytes = try SharedFixtures.bytes("data/reference_values.json") else { return nil }
    let root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    var node = root?["datasets"] as? [String: Any]
    for key in path { node = node?[key] as? [String: Any] }
    return node
  }

  private func compare(
    _ votes: NamedVotes, gold: [String: String], with reference: [String: Any], steps: Int
  ) throws {
    let right = votes.units.map { unit in
      gold[unit].flatMap { votes.labels.firstIndex(of: $0) }.map { Int32($0) } ?? -1
    }
    let majority = MajorityVote.estimate(votes.table)
    let model = DawidSkene.estimate(
      votes.table, options: TruthOptions(iterations: steps, tolerance: nil))
    let wanted = try #require(reference["vs_gold"] as? [String: Any])
    let figures: [String: Double?] = [
      "dawid_skene_accuracy": TruthAccuracy.measured(model, gold: right).value,
      "majority_vote_accuracy_tie_fraction": TruthAccuracy.tiesShared(majority, gold: right),
    ]
    for (key, figure) in figures {
      let value = try #require(wanted[key] as? Double)
      #expect(((figure ?? .nan) - value).magnitude < 1e-6, "\(key)")
    }
    #expect(right.count { $0 >= 0 } == wanted["n_gold_items"] as? Int)
    let tied = right.indices.count { right[$0] >= 0 && majority.units[$0].isTied }
    #expect(tied == wanted["n_gold_items_tied"] as? Int)
    let comparisons = LabelComparison.against(right, votes: votes.table)
    let agreeing = comparisons.reduce(0) { $0 + $1.table.agreeing }
    let judged = comparisons.reduce(0) { $0 + $1.table.units }
    let single = try #require(wanted["single_rating_accuracy"] as? Double)
    #expect((Double(agreeing) / Double(judged) - single).magnitude < 1e-6)
  }

  @Test func `bluebirds`() throws {
    guard let labels = try text("data/bluebirds/labels.csv"),
      let gold = try text("data/bluebirds/gold.csv"),
      let reference = try reference("bluebirds", "bluebirds")
    else { return }
    let right = Dictionary(
      uniqueKeysWithValues: rows(gold, separator: ",").map { ($0[0], $0[1]) })
    // The reference run had stopped after two steps; at the optimum one more of the 108 is right.
    try compare(
      NamedVotes(rows(labels, separator: ",")), gold: right, with: reference, steps: 2)
  }

  @Test func `ducks, where many share a wrong belief`() throws {
    guard let labels = try text("data/bluebirds/ducks/labels.txt"),
      let classes = try text("data/bluebirds/ducks/classes.yaml"),
      let reference = try reference("bluebirds", "ducks")
    else { return }
    let body = classes.prefix { $0 != "}" }.drop { $0 != "{" }.dropFirst()
    var right: [String: String] = [:]
    for entry in body.split(separator: ",") {
      let parts = entry.split(whereSeparator: { ": \n".contains($0) }).map(String.init)
      // Mallards and American black ducks are ducks.
      right[parts[0]] = parts[1] == "0" || parts[1] == "2" ? "1" : "0"
    }
    #expect(right.count == 240)
    try compare(NamedVotes(rows(labels, separator: " ")), gold: right, with: reference, steps: 100)
  }

  @Test func `pedestrians, whether there is any`() throws {
    guard let workers = try text("data/pedestrian-boxes/worker_assignments.csv"),
      let experts = try text("data/pedestrian-boxes/expert_assignments.csv"),
      let reference = try reference("pedestrian-boxes", "any_pedestrian_present")
    else { return }
    /// Image, worker, and whether they drew a box.
    func answers(_ text: String) -> [[String]] {
      rows(text, separator: ",").map { [$0[0], $0[1], $0[3] == "0" ? "0" : "1"] }
    }
    let right = Dictionary(
      uniqueKeysWithValues: answers(experts).map { ($0[0], $0[2]) })
    try compare(NamedVotes(answers(workers)), gold: right, with: reference, steps: 100)
  }

  @Test func `the anaesthetists' patients`() throws {
    guard let table = try text("data/textbook-tables/dawid_skene_1979_anesthesia.csv"),
      let reference = try reference("textbook-tables", "dawid_skene_1979_anesthesia")
    else { return }
    let votes = NamedVotes(rows(table, separator: ","))
    let model = DawidSkene.estimate(
      votes.table, options: TruthOptions(iterations: 100, tolerance: nil))
    let wanted = try #require(reference["dawid_skene_labels_all_315_ratings"] as? [String: Any])
    #expect(wanted.count == 45)
    for (unit, name) in votes.units.enumerated() {
      let label = try #require(model.units[unit].label)
      #expect(votes.labels[label] == wanted[name].map { "\($0)" }, "\(name)")
    }
  }
}
