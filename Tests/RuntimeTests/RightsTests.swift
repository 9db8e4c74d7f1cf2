import Domain
import Foundation
import Ledger
import Runtime
import Testing

/// Who may do what is held against the log as it is, not as it was when a project was opened.
struct RightsTests {
  private static let settings = """
    [project]
    name = "test"

    [members.rita]
    os = "r-user"
    annotator = ["Ada L."]

    [annotators."Ada L."]
    alias = "ada"

    """

  private func ruling(_ label: String, of item: String) -> Command {
    .rule(
      Decision(
        seatID: SeatID(unit: UnitID(item: ItemID(item)), seat: .main), base: -1, batch: 1,
        outcome: .value(.label(LabelID(label)))))
  }

  private func refusal(_ body: () throws -> Event) -> Refusal? {
    do {
      _ = try body()
      return nil
    } catch {
      guard case .refusal(let refusal)? = error as? ProjectFailure else { return nil }
      return refusal
    }
  }

  @Test func `a right that was taken away while a project is open is gone`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let lead = try temporary.open()
    let eve = MemberID("eve")
    try lead.record(.member(Member(id: eve, user: nil, roles: [.adjudicator])))
    let open = try temporary.open(as: "eve", home: "two")
    try open.record(ruling("yes", of: "t1"))
    try lead.record(.member(Member(id: eve, user: nil, roles: [.observer])))
    #expect(refusal { try open.record(ruling("yes", of: "t2")) } == .needsRole(.adjudicator))
    let report = try LogCheck.run(temporary.folder, surroundings: temporary.surroundings())
    #expect(report.isGood)
  }

  @Test func `settings that others applied are in force for who is at work`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let lead = try temporary.open()
    let open = try temporary.open(home: "two")
    let text = "[project]\nname = \"other\"\n\n[[labels]]\nid = \"maybe\"\n"
    try text.write(toFile: temporary.folder.settings, atomically: true, encoding: .utf8)
    _ = try lead.applySettings(onlyChecking: false)
    try open.record(ruling("maybe", of: "t1"))
    #expect(open.configuration.name == "other")
  }

  @Test func `a user whose name is another user's member id is nobody`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested, isSandbox: false)
    let lead = try temporary.open()
    try lead.record(
      .member(Member(id: MemberID("anna"), user: "asmith", roles: [.adjudicator])))
    try lead.record(.member(Member(id: MemberID("bob"), user: nil, roles: [.adjudicator])))
    let stranger = try temporary.open(user: "anna", home: "two")
    #expect(stranger.me == nil)
    #expect(refusal { try stranger.record(ruling("yes", of: "t1")) } == .notAMember)
    #expect(try temporary.open(user: "asmith", home: "two").me?.id == MemberID("anna"))
    #expect(try temporary.open(user: "bob", home: "two").me?.id == MemberID("bob"))
  }

  @Test func `what the settings say of members and of aliases bars one's own items`() throws {
    let temporary = try TemporaryProject(
      ["t1,Ada L.,yes,a", "t1,ben,no,a", "t2,ben,yes,b", "t2,cleo,no,b"],
      settings: Self.settings, isSandbox: false)
    let lead = try temporary.open()
    try lead.record(.member(Member(id: MemberID("rita"), user: nil, roles: [.adjudicator])))
    let rita = try temporary.open(user: "r-user", home: "two")
    #expect(rita.me?.id == MemberID("rita"))
    #expect(
      refusal { try rita.record(ruling("yes", of: "t1")) } == .ownRating(AnnotatorID("ada")))
    let list = try rita.list(limit: Limit(terms: []), order: nil, count: 9, isForEveryone: false)
    #expect(list.page.rows.map(\.unit.item.text) == ["t2"])
    try rita.record(ruling("yes", of: "t2"))
  }

  @Test func `an op of another ruling is refused, not acknowledged`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    let operation = OperationID(high: 1, low: 2)
    let first = try project.record(ruling("yes", of: "t1"), operation: operation)
    let expected = Refusal.operationUsed(seq: first.seq)
    #expect(
      refusal { try project.record(ruling("yes", of: "t2"), operation: operation) } == expected)
    #expect(
      refusal { try project.record(ruling("no", of: "t1"), operation: operation) } == expected)
    #expect(try project.record(ruling("yes", of: "t1"), operation: operation) == first)
  }
}
