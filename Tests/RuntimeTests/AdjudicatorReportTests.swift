import Agreement
import Domain
import Interchange
import Runtime
import Testing

/// `annotators --adjudicators` on a project.
struct AdjudicatorReportTests {
  private func ruled(_ count: Int) throws -> (temporary: TemporaryProject, project: Project) {
    let temporary = try TemporaryProject(
      (1...count).flatMap { item in
        ["t\(item),ada,yes,text", "t\(item),ben,no,text", "t\(item),cleo,yes,text"]
      })
    let project = try temporary.open()
    for item in 1...count {
      let label = item % 4 == 0 ? "no" : "yes"
      var decision = Decision(
        seatID: SeatID(unit: UnitID(item: ItemID("t\(item)")), seat: .main), base: -1, batch: 1,
        outcome: .value(.label(LabelID(label))))
      decision.milliseconds = 1000 * item
      _ = try project.record(.rule(decision))
    }
    return (temporary, project)
  }

  @Test func `rulings are held against what most people said`() throws {
    let (temporary, project) = try ruled(24)
    let report = try #require(try project.adjudicators())
    #expect(report.units == 24)
    let one = try #require(report.standings.first)
    #expect(one.rulings == 24)
    #expect(one.againstLeading.count == 6)
    #expect(one.againstLeading.total == 24)
    #expect(one.pace.median == 12_500)
    #expect(one.days.last == 24)
    let lines = AdjudicatorsText.lines(report)
    #expect(lines.allSatisfy { $0.count <= 80 }, "\(lines)")
    #expect(lines.first == "test: 1 adjudicator, 24 rulings on 24 units.")
    #expect(lines.contains { $0.contains(".25  .12 to .45") }, "\(lines)")
    let json = AdjudicatorsJSON.json(report).text()
    #expect(json.contains(#""against_leading":{"value":0.25,"#))
    _ = temporary
  }

  @Test func `few rulings are counts, not shares`() throws {
    let (temporary, project) = try ruled(4)
    let lines = AdjudicatorsText.lines(try #require(try project.adjudicators()))
    #expect(lines.contains { $0.contains("1 of 4") && $0.contains("too few") }, "\(lines)")
    _ = temporary
  }

  @Test func `without a ruling the text says how one is made`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    let lines = AdjudicatorsText.lines(try #require(try project.adjudicators()))
    #expect(lines.joined(separator: " ").contains("nobody has ruled yet"))
    #expect(try project.adjudicators(while: { false }) == nil)
    #expect(throws: ProjectFailure.self) {
      _ = try project.adjudicators(of: QuestionID("tone"))
    }
  }
}
