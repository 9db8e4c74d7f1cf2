import Agreement
import Testing

/// C. Northcutt, L. Jiang & I. Chuang (2021), Confident learning, §3, by hand on six units.
@Suite struct Northcutt2021Tests {
  private let table: ProbabilityTable

  init() throws {
    table = try ProbabilityTable(
      labels: [0, 0, 0, 1, 1, 1],
      rows: [
        [0.9, 0.1], [0.8, 0.2], [0.1, 0.9], [0.2, 0.8], [0.3, 0.7], [0.7, 0.3],
      ])
  }

  @Test func `thresholds, joint, calibrated joint and suspects`() throws {
    let report = LabelErrorReport(table)
    let thresholds = report.joint.thresholds.map { $0 ?? .nan }
    #expect((thresholds[0] - 0.6).magnitude < 1e-15 && (thresholds[1] - 0.6).magnitude < 1e-15)
    #expect(report.joint.counts == [[2, 1], [1, 2]])
    #expect(report.joint.calibrated == [[2, 1], [1, 2]])
    #expect(report.suspects.map(\.unit) == [2, 5])
    #expect(report.suspects.map(\.suggested) == [1, 0])
    #expect(report.errorShare.value == 2 / 6.0)
    #expect(report.origin == .assumedOutOfSample && !report.origin.statement.isEmpty)
    #expect(((report.suspects.first?.margin ?? .nan) + 0.8).magnitude < 1e-15)
  }

  @Test func `rows of the calibrated joint add up to the units given the label`() throws {
    var random = SeededRandom(seed: 70)
    for _ in 0..<50 {
      let count = Int.random(in: 1...40, using: &random)
      let labels = (0..<count).map { _ in Int.random(in: 0..<4, using: &random) }
      let rows = labels.map { _ in
        let weights = (0..<4).map { _ in Double.random(in: 0.01...1, using: &random) }
        return weights.map { $0 / weights.reduce(0, +) }
      }
      let report = LabelErrorReport(
        try ProbabilityTable(labels: labels, rows: rows), ranking: .normalisedMargin)
      for (label, row) in report.joint.calibrated.enumerated() {
        let given = labels.count { $0 == label }
        #expect((row.reduce(0, +) - Double(given)).magnitude < 1e-12)
      }
      let margins = report.suspects.map(\.margin)
      #expect(margins == margins.sorted())
      let offDiagonal = report.joint.counts.enumerated().reduce(0) { sum, row in
        sum + row.element.enumerated().reduce(0) { $1.offset == row.offset ? $0 : $0 + $1.element }
      }
      #expect(report.suspects.count == offDiagonal)
    }
  }
}
