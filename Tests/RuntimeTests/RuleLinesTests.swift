import Domain
import Foundation
import Interchange
import Runtime
import Testing

/// `rule`: each line is tried and answered.
struct RuleLinesTests {
  private func run(
    _ project: Project, _ lines: [String]
  ) throws -> (
    answers: [String], code: Runtime.ExitCode
  ) {
    var left = lines[...]
    var answers: [String] = []
    let code = try RuleLines(project: project).run(
      lines: { left.popFirst() }, answer: { answers.append($0) })
    return (answers, code)
  }

  @Test func `without a question the only one of the item is meant`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    try "item,annotator,label,question\ns1,ada,yes,tone\ns1,ben,no,tone\n"
      .write(toFile: temporary.root + "/tone.csv", atomically: true, encoding: .utf8)
    _ = try project.importFile(
      ImportRequest(
        path: temporary.root + "/tone.csv",
        mapping: ImportMapping(mapping: Mapping(), isEverything: false)))
    let ruled = try run(
      project, [#"{"item": "s1", "label": "yes"}"#, #"{"item": "t1", "label": "no"}"#])
    #expect(ruled.code == .done, "\(ruled.answers)")
    let event = try #require(try project.events(from: nil, count: 2).first)
    guard case .decision(let decision) = event.body else {
      Issue.record("\(event.body)")
      return
    }
    #expect(decision.seatID.unit == UnitID(item: ItemID("s1"), question: QuestionID("tone")))
  }

  @Test func `all lines are tried, and the worst ending is the code`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let lead = try temporary.open()
    _ = try lead.record(MemberChange(id: MemberID("obs"), roles: [.observer]))
    let good = #"{"item": "t1", "label": "yes"}"#
    let tried = try run(lead, ["no json", good, good, ""])
    #expect(tried.answers.count == 3)
    #expect(tried.answers[0].contains("bad_line"))
    #expect(tried.answers[1].hasPrefix(#"{"ok":true"#))
    #expect(tried.answers[2].contains("already_settled"))
    #expect(tried.code == .answerIsNo)
    let observer = try run(
      try temporary.open(as: "obs"), [#"{"item": "t2", "label": "yes"}"#, "no json"])
    #expect(observer.code == .notAllowed)
  }

  @Test func `a broken log is trouble, not a bad line`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    let path = temporary.folder.log + "/events.jsonl"
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: 10)
    try handle.close()
    let tried = try run(project, [#"{"item": "t1", "label": "yes"}"#])
    #expect(tried.code == .trouble)
    #expect(tried.answers.first?.contains("\"trouble\"") == true)
  }

  @Test func `drafts that cannot be read are put aside, not written over`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    let path = project.personal.path + "/drafts.json"
    try "what somebody typed".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(project.personal.savedDrafts().isEmpty)
    try project.personal.save([:])
    #expect(
      try String(contentsOfFile: path + ".unreadable", encoding: .utf8) == "what somebody typed")
  }
}
