import Foundation
import TestSupport
import Testing

/// No case of a coefficient is left out: the files are read again, and cases counted by measure.
@Suite struct VectorCoverageTests {
  @Test(arguments: ["vectors/agreement.json", "vectors/random.json"])
  func `every case of every coefficient is measured`(path: String) throws {
    guard let bytes = try SharedFixtures.bytes(path) else { return }
    let root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    var listed: [String: Int] = [:]
    for vector in root?["cases"] as? [[String: Any]] ?? [] {
      guard let measure = vector["measure"] as? String else { continue }
      listed[measure, default: 0] += 1
    }
    let wanted = listed.filter { VectorTests.measures.contains($0.key) }
    let file = try #require(try VectorFile(path, measures: VectorTests.measures))
    var measured: [String: Int] = [:]
    for vector in file.cases where VectorMeasure(vector) != nil {
      measured[vector.measure, default: 0] += 1
    }
    #expect(measured == wanted)
    #expect(wanted.count >= 12)
  }

  @Test func `the names of options that the files use are all understood`() throws {
    let known: Set<String> = ["ci", "weights", "disagreement", "metric", "jackknife", "tolerance"]
    let metrics: Set<String> = [
      "nominal", "ordinal", "interval", "ratio", "circular", "jaccard", "masi",
    ]
    for path in ["vectors/agreement.json", "vectors/random.json"] {
      guard let file = try VectorFile(path, measures: VectorTests.measures) else { return }
      for vector in file.cases {
        #expect(known.isSuperset(of: vector.options.keys), "\(vector.name)")
        if let metric = vector.options["metric"] as? String {
          #expect(metrics.contains(metric), "\(vector.name)")
        }
      }
    }
  }
}
