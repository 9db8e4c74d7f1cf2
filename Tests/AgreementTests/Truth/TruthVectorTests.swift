import Agreement
import Foundation
import Testing

/// Every vector about votes on the truth; none is left out.
@Suite struct TruthVectorTests {
  @Test(arguments: [("vectors/agreement.json", 8), ("vectors/random.json", 27)])
  func `votes, entropies, one-coin, GLAD and MACE are as in the vectors`(
    path: String, cases: Int
  ) throws {
    guard let file = try CrowdVectors(path) else { return }
    #expect(file.cases.count == cases)
    for vector in file.cases {
      let votes = vector.votes.table
      switch vector.measure {
      case "dawid_skene": break  // in DawidSkeneVectorTests
      case "majority_vote":
        compare(MajorityVote.estimate(votes), vector, key: "fractions", tolerance: vector.tolerance)
      case "vote_entropy": compareEntropies(MajorityVote.estimate(votes), vector)
      case "one_coin_dawid_skene":
        let options = TruthOptions(iterations: try #require(vector.iterations), tolerance: nil)
        compare(
          OneCoin.estimate(votes, options: options), vector, key: "posterior",
          tolerance: vector.tolerance)
      case "glad": try compareLabels(GLAD.estimate(votes), vector)
      case "mace": try compareLabels(MACE.estimate(votes), vector)
      default: Issue.record("\(vector.measure) is not compared")
      }
    }
  }

  private func compare(
    _ estimate: TruthEstimate, _ vector: CrowdVectors.Case, key: String, tolerance: Double
  ) {
    let wanted = vector.expected[key] as? [String: [Double]] ?? [:]
    #expect(wanted.count == vector.votes.units.count && !wanted.isEmpty, "\(vector.name)")
    for (unit, name) in vector.votes.units.enumerated() {
      let row = wanted[name] ?? []
      #expect(row.count == estimate.labelCount, "\(vector.name) \(name)")
      for (ours, theirs) in zip(estimate.posterior(of: unit), row) {
        #expect((ours - theirs).magnitude <= tolerance, "\(vector.name) \(name): \(ours) \(theirs)")
      }
      guard key == "fractions" else { continue }
      let leaders = row.indices.filter { row[$0] >= (row.max() ?? 0) - 1e-9 }
      #expect(estimate.leaders(of: unit) == leaders)
      #expect(estimate.units[unit].isTied == (leaders.count > 1))
      #expect(estimate.units[unit].label == (leaders.count > 1 ? nil : leaders.first))
    }
  }

  private func compareEntropies(_ estimate: TruthEstimate, _ vector: CrowdVectors.Case) {
    for (unit, name) in vector.votes.units.enumerated() {
      let wanted = vector.expected[name] as? Double ?? .infinity
      #expect(
        (estimate.units[unit].entropy - wanted).magnitude <= vector.tolerance,
        "\(vector.name) \(name)")
    }
  }

  private func compareLabels(_ estimate: TruthEstimate, _ vector: CrowdVectors.Case) throws {
    let wanted = try #require(vector.expected["labels"] as? [String: String])
    for (unit, name) in vector.votes.units.enumerated() {
      let label = try #require(estimate.units[unit].label)
      #expect(vector.votes.labels[label] == wanted[name], "\(vector.name) \(name)")
    }
  }
}
