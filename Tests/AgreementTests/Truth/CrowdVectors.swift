import Agreement
import Foundation
import TestSupport

/// The cases of a vector file that are about votes on the truth.
struct CrowdVectors {
  static let measures: Set<String> = [
    "majority_vote", "vote_entropy", "dawid_skene", "one_coin_dawid_skene", "glad", "mace",
  ]

  struct Case {
    let name: String
    let measure: String
    let iterations: Int?
    let votes: NamedVotes
    let expected: [String: Any]
    let tolerance: Double
  }

  let cases: [Case]

  /// Nil where the shared fixtures are missing.
  init?(_ path: String) throws {
    guard let bytes = try SharedFixtures.bytes(path) else { return nil }
    let root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let datasets = root?["datasets"] as? [String: [String: Any]] ?? [:]
    let listed = root?["cases"] as? [[String: Any]] ?? []
    cases = listed.compactMap { listed in
      guard let measure = listed["measure"] as? String, Self.measures.contains(measure),
        let name = listed["name"] as? String, let key = listed["data"] as? String,
        let rows = datasets[key]?["rows"] as? [[Any]],
        let expected = listed["expected"] as? [String: Any],
        let tolerance = listed["tolerance"] as? Double
      else { return nil }
      return Case(
        name: name, measure: measure,
        iterations: (listed["options"] as? [String: Any])?["iterations"] as? Int,
        votes: NamedVotes(rows.map { $0.map { "\($0)" } }), expected: expected,
        tolerance: tolerance)
    }
  }
}
