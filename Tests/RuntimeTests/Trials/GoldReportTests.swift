import Agreement
import Domain
import Store
import Testing

@testable import Runtime

/// Whose answers are held against gold, and what is made of them.
struct GoldReportTests {
  private static let unit = UnitID(item: ItemID("i"))

  private func gold(_ label: String, _ item: String = "i") -> GoldUnit {
    let mark = GoldMark(outcome: .value(.label(LabelID(label))))
    let standing = GoldStanding(
      seq: 9, by: MemberID("lea"), at: Instant(milliseconds: 0), mark: mark)
    return GoldUnit(
      unit: UnitID(item: ItemID(item)), outcome: mark.outcome, origin: .marked(standing, mark))
  }

  private func answer(
    _ who: String?, _ label: String?, round: String? = nil, _ item: String = "i"
  ) -> TrialAnswer {
    TrialAnswer(
      unit: UnitID(item: ItemID(item)), annotator: who.map { AnnotatorID($0) },
      value: label.map { .label(LabelID($0)) } ?? .abstained, round: round, batch: 1)
  }

  private func report(
    _ answers: [TrialAnswer], extent: GoldReport.Extent = .all
  ) -> GoldReport {
    GoldReport([gold("a")], answers: [Self.unit: answers], extent: extent)
  }

  @Test func `what was said unseen counts before what was said in the ordinary course`() {
    let answers = [
      answer("A1", "a", round: "gold-1"), answer("A1", "b"), answer("A2", "b"),
      answer("A2", "b", round: "gold-1"), answer("A2", "a", round: "gold-2"),
    ]
    let all = report(answers)
    #expect(all.people.map(\.passed) == [1, 1])
    #expect(all.people.map(\.seeded) == [1, 1])
    #expect(all.entries[0].asked == 2)
    #expect(report([answer("A1", "b")], extent: .seeded).people.isEmpty)
    #expect(report(answers, extent: .seeded).people.count == 2)
  }

  @Test func `answers to drafts, of nobody, and none at all do not count`() {
    let answers = [
      answer("A1", "b", round: "calibration-7"), answer(nil, "b"), answer("A2", nil),
    ]
    let found = report(answers)
    #expect(found.entries[0].asked == 0)
    #expect(found.people.map(\.annotator.text) == ["A2"])
    #expect(found.people[0].declined == 1)
    #expect(found.people[0].rate.value == nil)
    #expect(found.people[0].verdict(at: 0.5) == nil)
  }

  @Test func `the worst stand first, each with what they mix up`() {
    let units = (0..<6).map { gold($0 < 3 ? "a" : "c", "i\($0)") }
    var answers: [UnitID: [TrialAnswer]] = [:]
    for (index, unit) in units.enumerated() {
      let right = index < 3 ? "a" : "c"
      answers[unit.unit] = [
        answer("good", right, unit.unit.item.text),
        answer("bad", index < 2 ? "b" : index == 3 ? "a" : right, unit.unit.item.text),
      ]
    }
    let people = GoldReport(units, answers: answers).people
    #expect(people.map(\.annotator.text) == ["bad", "good"])
    #expect(people[0].passed == 3)
    #expect(people[0].confusions.map(\.count) == [2, 1])
    #expect(people[0].confusions[0].right == .label(LabelID("a")))
    #expect(people[0].confusions[0].said == .label(LabelID("b")))
    #expect(people[0].verdict(at: 0.6) == .belowSoFar)
    #expect(people[0].verdict(at: 0.95) == .needsCalibration)
    #expect(people[1].verdict(at: 0.6) == .passes)
    #expect(people[1].verdict(at: 0.9) == .passesSoFar)
  }

  @Test func `gold that people keep failing is suspected, with what they say`() {
    let units = (0..<9).map { gold("a", "i\($0)") }
    var answers: [UnitID: [TrialAnswer]] = [:]
    for (index, unit) in units.enumerated() {
      answers[unit.unit] = (0..<6).map {
        answer("A\($0)", index == 4 && $0 > 0 ? "b" : "a", unit.unit.item.text)
      }
    }
    let entries = GoldReport(units, answers: answers).entries
    #expect(entries.map { $0.suspicion != nil } == (0..<9).map { $0 == 4 })
    #expect(entries[4].rival == .label(LabelID("b")))
    #expect(
      GoldText.units(GoldReport(units, answers: answers)).joined().contains("5 of 6 failed it"))
  }

  @Test func `values that are no label are held against as such, regions are not`() {
    let seven = GoldUnit(
      unit: Self.unit, outcome: .value(.number(Number("7.0") ?? Number(0))),
      origin: .imported(batch: 1))
    let said = TrialAnswer(
      unit: Self.unit, annotator: AnnotatorID("A1"), value: .number(Number(7)), round: nil,
      batch: 1)
    #expect(GoldReport([seven], answers: [Self.unit: [said]]).people.map(\.passed) == [1])
    let none = GoldUnit(unit: Self.unit, outcome: .noneOfThese, origin: .imported(batch: 1))
    let found = GoldReport([none], answers: [Self.unit: [said]])
    #expect(found.people.isEmpty)
    #expect(found.unmeasured == 1)
  }
}
