import Agreement
import Interchange
import Runtime
import Testing

@Suite struct CoverageSectionTests {
  private static let long = String(repeating: "a very long name ", count: 8)

  @Test func `coverage is readable at 80 columns`() {
    let report = CoverageReport(
      counts: [600, 380, 20, 0], target: [0.5, 0.45, 0.049, 0.001],
      slices: [[600, 380, 20, 0], [0, 0, 0, 0]])
    let lines = CoverageText.lines(
      report, labels: ["yes", "no", Self.long, "never"], slices: [Self.long, Self.long])
    #expect(lines.allSatisfy { $0.count <= 80 }, "\(lines)")
    let text = lines.joined(separator: "\n")
    #expect(text.contains("rare") && text.contains("never used"))
    #expect(text.contains("PSI is infinite"))
    #expect(text.contains("slices without a rating"))
    #expect(text.contains("never in"))
    #expect(CoverageText.lines(CoverageReport(counts: [0]), labels: ["x"]).count == 1)
  }

  @Test func `an infinite distance is null with its reason`() {
    let report = CoverageReport(counts: [5, 5], target: [1, 0])
    let text = CoverageJSON.json(report, labels: ["yes", "no"]).text()
    #expect(text.contains("\"psi\":{\"value\":null,\"reason\":\"infinite\""))
    #expect(text.contains("\"chi_square\":{\"chi_square\":null,\"reason\":\"infinite\""))
    #expect(
      CoverageJSON.json(CoverageReport(counts: [1]), labels: ["yes"]).text()
        .contains("\"distance\":null"))
  }
}
