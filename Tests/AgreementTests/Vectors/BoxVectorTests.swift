import Agreement
import Domain
import Foundation
import TestSupport
import Testing

/// Matching of boxes against the reference vectors, geometry first and label first.
@Suite struct BoxVectorTests {
  private struct Outcome {
    var matched: [RegionPair] = []
    var matches = 0
  }

  @Test(arguments: [("vectors/agreement.json", 6), ("vectors/random.json", 16)])
  func `boxes are paired as in the vectors`(path: String, cases: Int) throws {
    guard let bytes = try SharedFixtures.bytes(path) else { return }
    let root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let datasets = root?["datasets"] as? [String: [String: Any]] ?? [:]
    let listed = root?["cases"] as? [[String: Any]] ?? []
    var count = 0
    for vector in listed where vector["measure"] as? String == "box_match" {
      let name = try #require(vector["name"] as? String)
      let dataset = try #require((vector["data"] as? String).flatMap { datasets[$0] })
      let options = try #require(vector["options"] as? [String: Any])
      let expected = try #require(vector["expected"] as? [String: Any])
      let one = boxes(dataset["a"])
      let other = boxes(dataset["b"])
      let outcome = match(
        one, other, threshold: options["threshold"] as? Double ?? 0.5,
        isLabelFirst: options["strategy"] as? String == "label_first")
      count += 1
      let sum = outcome.matched.reduce(0) { $0 + $1.overlap }
      #expect(outcome.matches == expected["matches"] as? Int, "\(name)")
      #expect(
        outcome.matched.count - outcome.matches == expected["mismatches"] as? Int, "\(name)")
      #expect(one.count - outcome.matched.count == expected["unmatched_a"] as? Int, "\(name)")
      #expect(other.count - outcome.matched.count == expected["unmatched_b"] as? Int, "\(name)")
      if let wanted = expected["sum_iou"] as? Double {
        #expect((sum - wanted).magnitude < 1e-9, "\(name)")
      }
      let overlaps = outcome.matched.map(\.overlap).sorted()
      let wanted = (expected["ious"] as? [Double] ?? []).sorted()
      #expect(overlaps.count == wanted.count, "\(name)")
      for (overlap, value) in zip(overlaps, wanted) {
        #expect((overlap - value).magnitude < 1e-9, "\(name)")
      }
    }
    #expect(count == cases)
  }

  private func boxes(_ source: Any?) -> [Box] {
    (source as? [[Any]] ?? []).compactMap { parts in
      let numbers = parts.prefix(4).compactMap { ($0 as? NSNumber).flatMap { Number("\($0)") } }
      guard numbers.count == 4, let label = parts.last as? String else { return nil }
      return Box(
        x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3],
        label: LabelID(label))
    }
  }

  private func match(
    _ one: [Box], _ other: [Box], threshold: Double, isLabelFirst: Bool
  ) -> Outcome {
    var all: [RegionPair] = []
    for first in one.indices {
      for second in other.indices {
        let overlap = BoxSetDistance.overlap(one[first], other[second])
        guard overlap >= threshold else { continue }
        all.append(RegionPair(first: first, second: second, overlap: overlap))
      }
    }
    func isSame(_ pair: RegionPair) -> Bool { one[pair.first].label == other[pair.second].label }
    var outcome = Outcome()
    outcome.matched = RegionMatching.best(among: isLabelFirst ? all.filter(isSame) : all)
    if isLabelFirst {
      let firsts = Set(outcome.matched.map(\.first))
      let seconds = Set(outcome.matched.map(\.second))
      outcome.matched += RegionMatching.best(
        among: all.filter { !firsts.contains($0.first) && !seconds.contains($0.second) })
    }
    outcome.matches = outcome.matched.count(where: isSame)
    return outcome
  }
}
