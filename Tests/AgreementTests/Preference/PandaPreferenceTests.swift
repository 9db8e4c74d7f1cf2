import Agreement
import Foundation
import TestSupport
import Testing

/// Real preferences with ties against values of other programs, printed to six places.
@Suite struct PandaPreferenceTests {
  @Test func `every reference value of the data set comes out`() throws {
    guard let bytes = try SharedFixtures.bytes("data/pandalm-preferences/testset-v1.json"),
      let values = try SharedFixtures.bytes("data/reference_values.json")
    else { return }
    let root = try JSONSerialization.jsonObject(with: Data(values)) as? [String: Any]
    let sets = try #require(root?["datasets"] as? [String: Any])
    let expected = try #require(sets["pandalm-preferences"] as? [String: Any])
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]])
    let panda = try PandaPairs(rows)
    let report = PreferenceReport(
      panda.units, systems: panda.systems, annotators: ["annotator1", "annotator2", "annotator3"])

    #expect(report.units == expected["n_items"] as? Int)
    #expect(report.annotators.count == expected["n_raters"] as? Int)
    #expect(report.counts.total == expected["n_ratings"] as? Int)
    #expect(
      ["0": report.counts.tied, "1": report.counts.first, "2": report.counts.second]
        == expected["label_counts"] as? [String: Int])
    let agreement = report.agreement
    let figures: [String: Estimate] = [
      "observed_agreement": agreement.percentAgreement,
      "observed_agreement_pair_pooled": agreement.percentAgreement,
      "krippendorff_alpha_nominal": agreement.alphaNominal,
      "fleiss_kappa": agreement.fleissKappa, "fleiss_kappa_generalised": agreement.fleissKappa,
      "gwet_ac1": agreement.gwetAC1,
      "brennan_prediger": BrennanPrediger.estimate(panda.sums, labelCount: 3),
    ]
    for (name, estimate) in figures {
      let wanted = try #require(expected[name] as? Double, "\(name)")
      #expect(((estimate.value ?? .nan) - wanted).magnitude < 6e-7, "\(name)")
    }
    let unanimous = panda.units.count { Set($0.votes.map(\.choice)).count == 1 }
    let share = try #require(expected["unanimous_item_share"] as? Double)
    #expect((Double(unanimous) / Double(report.units) - share).magnitude < 6e-7)
    #expect(panda.units.count { Set($0.votes.map(\.choice)).count == 3 } == 0)
    try comparePairs(panda.sums, try #require(expected["cohen_kappa"] as? [String: Any]))

    let wins = try #require(expected["wins_without_ties"] as? [String: Int])
    let table = WinTable(panda.units, systemCount: panda.systems.count)
    #expect(wins.count == 20)
    for (one, name) in panda.systems.enumerated() {
      for (other, second) in panda.systems.enumerated() where one != other {
        #expect(table.wins(one, over: other) == wins["\(name) > \(second)"], "\(name) > \(second)")
      }
    }
    #expect(report.strengthStatus == .defined && report.systems.first?.system == "llama-7b")
  }

  private func comparePairs(_ sums: AgreementSums, _ expected: [String: Any]) throws {
    let listed = try #require(expected["pairs"] as? [[Any]])
    #expect(sums.annotatorPairs.count == listed.count)
    for (pair, entry) in zip(sums.annotatorPairs, listed) {
      let wanted = try #require(entry[3] as? Double)
      #expect(pair.table.units == entry[2] as? Int)
      #expect(((CohenKappa.value(pair.table) ?? .nan) - wanted).magnitude < 6e-7)
    }
    let mean = try #require(expected["mean"] as? Double)
    let ours = MeanPairwiseCohen(sums.annotatorPairs).estimate.value ?? .nan
    #expect((ours - mean).magnitude < 6e-7)
  }
}

/// The rows as preferences: 0 is a tie, 1 the first answer, 2 the second.
struct PandaPairs {
  private(set) var units: [PreferenceUnit] = []
  private(set) var systems: [String] = []
  private(set) var sums = AgreementSums()

  init(_ rows: [[String: Any]]) throws {
    for row in rows {
      let names = try #require(row["cmp_key"] as? String).split(separator: "_").map(String.init)
      try #require(names.count == 2)
      let codes = names.map { code(of: $0) }
      let answers = try (1...3).map { try #require(row["annotator\($0)"] as? Int) }
      let choices: [PreferenceChoice] = answers.map { [.tie, .first, .second][$0] }
      units.append(
        PreferenceUnit(
          first: codes[0], second: codes[1],
          votes: choices.enumerated().map { PreferenceVote(annotator: Int32($0), $1) }))
      sums.add(
        answers.enumerated().map { UnitRating(annotator: Int32($0), label: Int32($1)) })
    }
  }

  private mutating func code(of name: String) -> Int32 {
    if let code = systems.firstIndex(of: name) { return Int32(code) }
    systems.append(name)
    return Int32(systems.count - 1)
  }
}
