import Agreement
import Interchange
import Runtime
import Testing

@Suite struct PlanSectionTests {
  @Test func `a plan is readable at 80 columns and complete for scripts`() {
    let plan = ValidationPlan(
      population: 1000, available: [700, 250, 45, 5],
      sequential: SequentialTest(goodShare: 0.02, badShare: 0.1))
    let lines = PlanText.lines(plan, labels: [String(repeating: "long ", count: 30), "b", "c"])
    #expect(lines.allSatisfy { $0.count <= 80 }, "\(lines)")
    let text = lines.joined(separator: "\n")
    #expect(text.contains("278"))
    #expect(text.contains("not known"))
    #expect(text.contains("Wald"))
    let json = PlanJSON.json(plan).text()
    #expect(json.contains("\"share_items\":{\"value\":278}"))
    #expect(json.contains("\"alpha_items\":{\"value\":null,\"reason\":\"not_known\""))
    #expect(json.contains("\"zero_defect_items\":{\"value\":238}"))
  }
}
