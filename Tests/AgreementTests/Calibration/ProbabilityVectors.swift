import Agreement
import Foundation
import TestSupport

/// The cases of a vector file about probabilities.
struct ProbabilityVectors {
  struct Case {
    let name: String
    let measure: String
    let labels: [Int]
    let rows: [[Double]]
    /// Probabilities of 1, where the case has two labels only.
    let p1: [Double]?
    let options: [String: Any]
    let expected: [String: Any]
    let tolerance: Double
  }

  let cases: [Case]
  /// Cases with one of our measures, whether we could read them or not.
  let listed: Int

  init?(_ path: String, measures: Set<String>) throws {
    guard let bytes = try SharedFixtures.bytes(path) else { return nil }
    let root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let datasets = root?["datasets"] as? [String: [String: Any]] ?? [:]
    let ours = (root?["cases"] as? [[String: Any]] ?? []).filter {
      ($0["measure"] as? String).map { measures.contains($0) } ?? false
    }
    listed = ours.count
    cases = ours.compactMap { listed in
      guard let name = listed["name"] as? String, let measure = listed["measure"] as? String,
        let source = (listed["data"] as? String).flatMap({ datasets[$0] }),
        let labels = source["labels"] as? [Int],
        let expected = listed["expected"] as? [String: Any],
        let tolerance = listed["tolerance"] as? Double
      else { return nil }
      return Case(
        name: name, measure: measure, labels: labels,
        rows: source["probs"] as? [[Double]] ?? [], p1: source["p1"] as? [Double],
        options: listed["options"] as? [String: Any] ?? [:], expected: expected,
        tolerance: tolerance)
    }
  }
}
