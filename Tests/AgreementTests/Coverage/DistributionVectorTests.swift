import Agreement
import Foundation
import TestSupport
import Testing

/// Every case of the vector files over series and distributions.
@Suite struct DistributionVectorTests {
  static let measures: Set = ["psi", "kl", "js", "cusum", "page_hinkley"]

  private struct Vector {
    let name: String
    let measure: String
    let dataset: [String: Any]
    let options: [String: Any]
    let expected: [String: Any]
    let tolerance: Double
  }

  private static func vectors(_ path: String, _ measures: Set<String>) throws -> [Vector]? {
    guard let bytes = try SharedFixtures.bytes(path) else { return nil }
    let root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let datasets = root?["datasets"] as? [String: [String: Any]] ?? [:]
    return (root?["cases"] as? [[String: Any]] ?? []).compactMap { listed in
      guard let measure = listed["measure"] as? String, measures.contains(measure),
        let name = listed["name"] as? String, let key = listed["data"] as? String,
        let dataset = datasets[key], let expected = listed["expected"] as? [String: Any],
        let tolerance = listed["tolerance"] as? Double
      else { return nil }
      return Vector(
        name: name, measure: measure, dataset: dataset,
        options: listed["options"] as? [String: Any] ?? [:], expected: expected,
        tolerance: tolerance)
    }
  }

  @Test(arguments: [("vectors/agreement.json", 1), ("vectors/random.json", 9)])
  func `distances of distributions are those of the vectors`(path: String, count: Int) throws {
    guard let vectors = try Self.vectors(path, ["psi", "kl", "js"]) else { return }
    #expect(vectors.count == count)
    for vector in vectors {
      let one = vector.dataset["a"] as? [Double] ?? []
      let other = vector.dataset["b"] as? [Double] ?? []
      let estimate =
        switch vector.measure {
        case "psi": Divergence.stabilityIndex(one, other)
        case "kl": Divergence.kullbackLeibler(one, other)
        default: Divergence.jensenShannon(one, other)
        }
      guard let wanted = vector.expected["value"] as? Double else {
        #expect(estimate.value == nil)
        #expect(estimate.status.rawValue == vector.expected["status"] as? String)
        continue
      }
      let value = try #require(estimate.value)
      #expect((value - wanted).magnitude <= vector.tolerance, "\(vector.name)")
    }
  }

  @Test func `cumulative sums are those of the vectors`() throws {
    guard let vectors = try Self.vectors("vectors/random.json", ["cusum"]) else { return }
    #expect(vectors.count == 4)
    for vector in vectors {
      let values = try #require(vector.dataset["values"] as? [Double])
      var chart = CumulativeSum(
        target: try #require(vector.options["target"] as? Double),
        slack: try #require(vector.options["k"] as? Double),
        limit: try #require(vector.options["h"] as? Double))
      let upper = try #require(vector.expected["upper"] as? [Double])
      let lower = try #require(vector.expected["lower"] as? [Double])
      #expect(values.count == upper.count && values.count == lower.count)
      var firstUpper: Int?
      var firstLower: Int?
      for (index, value) in values.enumerated() {
        let alarms = chart.add(value)
        #expect((chart.upper - upper[index]).magnitude <= vector.tolerance)
        #expect((chart.lower - lower[index]).magnitude <= vector.tolerance)
        if alarms.contains(.increase) { firstUpper = firstUpper ?? index }
        if alarms.contains(.decrease) { firstLower = firstLower ?? index }
      }
      #expect(firstUpper == vector.expected["first_upper_signal"] as? Int, "\(vector.name)")
      #expect(firstLower == vector.expected["first_lower_signal"] as? Int, "\(vector.name)")
    }
  }

  @Test func `Page–Hinkley alarms are those of the vectors`() throws {
    guard let vectors = try Self.vectors("vectors/random.json", ["page_hinkley"]) else { return }
    #expect(vectors.count == 4)
    for vector in vectors {
      #expect(vector.options["mode"] as? String == "both", "rises and falls are looked for")
      let values = try #require(vector.dataset["values"] as? [Double])
      var test = PageHinkley(
        delta: try #require(vector.options["delta"] as? Double),
        threshold: try #require(vector.options["threshold"] as? Double),
        smallest: try #require(vector.options["min_instances"] as? Int),
        fading: try #require(vector.options["alpha"] as? Double))
      let alarms = values.indices.filter { test.add(values[$0]) != nil }
      #expect(alarms == vector.expected["detections"] as? [Int], "\(vector.name)")
    }
  }
}
