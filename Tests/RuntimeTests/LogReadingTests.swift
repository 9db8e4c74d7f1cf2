import Domain
import Foundation
import Runtime
import Testing

/// The log read by limits, and written to files.
struct LogReadingTests {
  private func project(_ temporary: TemporaryProject) throws -> Project {
    let project = try temporary.open()
    for item in 1...5 {
      let unit = UnitID(item: ItemID("t\(item)"), question: .label)
      let outcome = item == 3 ? Outcome.ambiguous : .value(.label(LabelID("yes")))
      let decision = Decision(
        seatID: SeatID(unit: unit, seat: .main), base: -1, batch: 1, outcome: outcome)
      _ = try project.record([
        RecordRequest(operation: OperationID(high: 9, low: UInt64(item)), command: .rule(decision))
      ])
    }
    return project
  }

  @Test func `the last events that meet a limit come in order`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try project(temporary)
    let limit = try EventLimitParser.parse("type:ruling label:yes")
    let items = { (events: [Event]) in events.compactMap(\.body.unit?.item.text) }
    #expect(try items(project.events(meeting: limit, from: nil, count: 3)) == ["t2", "t4", "t5"])
    #expect(try items(project.events(meeting: limit, from: 0, count: 2)) == ["t1", "t2"])
    let words = try EventLimitParser.parse("\"ambiguous\"")
    #expect(try items(project.events(meeting: words, from: nil, count: 9)) == ["t3"])
    #expect(try project.events(meeting: limit, from: 1000, count: 3).isEmpty)
  }

  @Test func `lines are written as they stand, and never over a file`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try project(temporary)
    let path = temporary.root + "/lines.jsonl"
    #expect(try project.writeLog(EventLimit.all, to: path) == 9)
    let log = temporary.folder.log + "/events.jsonl"
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: path))
        == Data(contentsOf: URL(fileURLWithPath: log)))
    let limit = try EventLimitParser.parse("outcome:ambiguous")
    #expect(try project.writeLog(limit, to: path) == nil)
    let other = temporary.root + "/other.jsonl"
    #expect(try project.writeLog(limit, to: other) == 1)
    #expect(try String(contentsOfFile: other, encoding: .utf8).contains("\"t3\""))
    #expect(throws: ProjectFailure.self) {
      try project.writeLog(limit, to: temporary.folder.log + "/x.jsonl")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: temporary.root)
    #expect(!names.contains { $0.hasPrefix(".incoming") })
  }
}
