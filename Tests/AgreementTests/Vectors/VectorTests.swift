import Agreement
import Foundation
import Testing

/// A file with the numbers of cases and figures in it that are ours to compute.
struct VectorCount: Sendable {
  let path: String
  let cases: Int
  let figures: Int
}

@Suite struct VectorTests {
  static let measures: Set<String> = [
    "percent_agreement", "cohen_kappa", "scott_pi", "fleiss_kappa", "krippendorff_alpha",
    "gwet_ac", "brennan_prediger", "specific_agreement", "item_agreement", "category_kappa",
    "category_alpha", "light_kappa", "conger_kappa", "bangdiwala_b", "unanimous_agreement",
    "masi_distance",
  ]

  @Test(arguments: [
    VectorCount(path: "vectors/agreement.json", cases: 123, figures: 594),
    VectorCount(path: "vectors/random.json", cases: 254, figures: 1513),
  ])
  func `every figure of the reference vectors comes out`(_ count: VectorCount) throws {
    guard let file = try VectorFile(count.path, measures: Self.measures) else { return }
    #expect(file.cases.count == count.cases)
    var compared = 0
    for vector in file.cases {
      guard let measure = VectorMeasure(vector) else {
        Issue.record("\(vector.name): nothing measured")
        continue
      }
      compared += compare(measure, vector)
    }
    #expect(compared == count.figures)
  }

  private func compare(_ measure: VectorMeasure, _ vector: VectorFile.Case) -> Int {
    for (key, value) in vector.expected {
      if key == "status" {
        #expect(measure.status == value as? String, "\(vector.name)")
        continue
      }
      let ours = measure.figures.first { Self.matches($0.key, key) }?.value ?? nil
      guard let wanted = (value as? NSNumber)?.doubleValue else {
        #expect(ours == nil, "\(vector.name) \(key) is undefined")
        continue
      }
      let difference = ours.map { ($0 - wanted).magnitude } ?? .infinity
      #expect(
        difference <= vector.tolerance, "\(vector.name) \(key): \(String(describing: ours))")
    }
    return vector.expected.count
  }

  /// Labels that are numbers may be written with or without decimals.
  private static func matches(_ one: String, _ other: String) -> Bool {
    one == other || (Double(one) != nil && Double(one) == Double(other))
  }
}
