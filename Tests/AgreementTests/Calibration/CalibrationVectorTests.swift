import Agreement
import Foundation
import Testing

@Suite struct CalibrationVectorTests {
  static let measures: Set = ["ece", "brier", "confident_joint"]

  @Test(arguments: [("vectors/agreement.json", 3), ("vectors/random.json", 13)])
  func `every case about calibration and label errors comes out`(
    _ path: String, _ count: Int
  )
    throws
  {
    guard let file = try ProbabilityVectors(path, measures: Self.measures) else { return }
    #expect(file.listed == count)
    #expect(file.cases.count == count, "none is left out")
    for vector in file.cases {
      switch vector.measure {
      case "ece": try compareError(vector)
      case "brier": try compareBrier(vector)
      default: try compareJoint(vector)
      }
    }
  }

  private func compareError(_ vector: ProbabilityVectors.Case) throws {
    let bins = try #require(vector.options["bins"] as? Int)
    let norm = try #require((vector.options["norm"] as? String).flatMap(CalibrationNorm.init))
    let wanted = try #require(vector.expected["value"] as? Double)
    let report: CalibrationReport
    if let p1 = vector.p1 {
      #expect(vector.options["binary_confidence"] as? String == "p1")
      report = CalibrationReport(
        try Forecasts(confidences: p1, outcomes: vector.labels.map { $0 == 1 }), bins: bins)
    } else {
      report = CalibrationReport(
        try ProbabilityTable(labels: vector.labels, rows: vector.rows), bins: bins)
    }
    let value = try #require(report.reliability.error(norm))
    #expect((value - wanted).magnitude <= vector.tolerance, "\(vector.name): \(value)")
  }

  private func compareBrier(_ vector: ProbabilityVectors.Case) throws {
    #expect(vector.options["form"] as? String == "multiclass")
    let wanted = try #require(vector.expected["value"] as? Double)
    let report = CalibrationReport(
      try ProbabilityTable(labels: vector.labels, rows: vector.rows))
    let value = try #require(report.brier.value)
    #expect((value - wanted).magnitude <= vector.tolerance, "\(vector.name): \(value)")
    let parts = try #require(report.decomposition)
    #expect((parts.brier - wanted).magnitude <= vector.tolerance, "\(vector.name): \(parts)")
  }

  private func compareJoint(_ vector: ProbabilityVectors.Case) throws {
    let joint = ConfidentJoint(try ProbabilityTable(labels: vector.labels, rows: vector.rows))
    #expect(joint.counts == vector.expected["joint"] as? [[Int]], "\(vector.name)")
    let thresholds = try #require(vector.expected["thresholds"] as? [Double])
    #expect(joint.thresholds.count == thresholds.count)
    for (ours, wanted) in zip(joint.thresholds, thresholds) {
      #expect(((ours ?? .nan) - wanted).magnitude <= vector.tolerance, "\(vector.name)")
    }
  }
}
