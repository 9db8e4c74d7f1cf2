import Foundation
import TestSupport

/// A file of worked or random cases with reference values.
struct VectorFile {
  /// One case: what to measure, on what, and what comes out.
  struct Case {
    let name: String
    let measure: String
    let dataset: VectorDataset
    let options: [String: Any]
    let expected: [String: Any]
    let tolerance: Double
  }

  let cases: [Case]

  /// Reads the cases with one of these measures; nil where the shared fixtures are missing.
  init?(_ path: String, measures: Set<String>) throws {
    guard let bytes = try SharedFixtures.bytes(path) else { return nil }
    let root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let datasets = root?["datasets"] as? [String: [String: Any]] ?? [:]
    let listed = root?["cases"] as? [[String: Any]] ?? []
    cases = listed.compactMap { listed in
      guard let measure = listed["measure"] as? String, measures.contains(measure),
        let name = listed["name"] as? String, let key = listed["data"] as? String,
        let source = datasets[key], let dataset = VectorDataset(source),
        let expected = listed["expected"] as? [String: Any],
        let tolerance = listed["tolerance"] as? Double
      else { return nil }
      return Case(
        name: name, measure: measure, dataset: dataset,
        options: listed["options"] as? [String: Any] ?? [:], expected: expected,
        tolerance: tolerance)
    }
  }
}
