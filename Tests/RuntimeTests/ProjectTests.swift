import Domain
import Foundation
import Interchange
import Ledger
import Runtime
import Testing

struct ProjectTests {
  private let unit = UnitID(item: ItemID("t1"))

  private func decision(
    _ label: String, base: Int = -1, batch: Int = 1, item: String = "t1"
  ) -> Decision {
    Decision(
      seatID: SeatID(unit: UnitID(item: ItemID(item)), seat: .main), base: base, batch: batch,
      outcome: .value(.label(LabelID(label))))
  }

  @Test func `two who rule on one unit: the second is told`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let one = try temporary.open(home: "one")
    let two = try temporary.open(home: "two")
    let event = try one.record(.rule(decision("yes")))
    let failure = #expect(throws: ProjectFailure.self) {
      try two.record(.rule(decision("no")))
    }
    guard case .refusal(.settledMeanwhile(let standing))? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(standing.seq == event.seq)
    #expect(try two.events(from: nil, count: 1).first?.seq == event.seq)
  }

  @Test func `the same operation twice is one ruling`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    let operation = OperationID(high: 1, low: 2)
    let first = try project.record(.rule(decision("yes")), operation: operation)
    let second = try temporary.open().record(.rule(decision("yes")), operation: operation)
    #expect(first == second)
    #expect(try project.events(from: first.seq, count: 10).count == 1)
  }

  @Test func `rulings that were acknowledged are there after another opening`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    for item in 1...5 {
      let project = try temporary.open()
      try project.record(.rule(decision("no", item: "t\(item)")))
    }
    let project = try temporary.open()
    #expect(try project.summary().statuses[.ruled] == 5)
    #expect(try project.examine().isGood)
    try project.rebuild()
    #expect(try project.summary().statuses[.ruled] == 5)
  }

  @Test func `the same bytes again change nothing, new ones add what is new`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    var mapping = Mapping()
    mapping.payload = .text("text")
    let again = ImportRequest(
      path: temporary.root + "/ratings.csv",
      mapping: ImportMapping(mapping: mapping, isEverything: false))
    guard case .alreadyThere(batch: 1) = try project.importFile(again).effect else {
      Issue.record("the same file was imported twice")
      return
    }
    try temporary.write(
      TemporaryProject.contested + ["t6,ada,yes,text 6", "t1,dora,no,text 1"], to: "more.csv")
    let more = ImportRequest(
      path: temporary.root + "/more.csv",
      mapping: ImportMapping(mapping: mapping, isEverything: false))
    guard case .added(let record) = try project.importFile(more).effect else {
      Issue.record("new ratings were not seen")
      return
    }
    #expect(record.batch == 2)
    #expect(record.itemsNew == 1)
    #expect(record.ratingsNew == 2)
    #expect(record.ratingsChanged == 0)
  }

  @Test func `rows of an unknown label come in once the label is declared`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    try temporary.write(["t1,dora,maybe,text 1", "t2,dora,no,text 2"], to: "more.csv")
    let more = ImportRequest(
      path: temporary.root + "/more.csv",
      mapping: ImportMapping(mapping: Mapping(), isEverything: false))
    guard case .added(let first) = try project.importFile(more).effect else {
      Issue.record("nothing came in")
      return
    }
    #expect(first.rowsRefused == 1)
    guard case .alreadyThere(batch: 2) = try project.importFile(more).effect else {
      Issue.record("the same file was imported twice")
      return
    }
    let path = temporary.folder.settings
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try (text + "\n[[labels]]\nid = \"maybe\"\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    _ = try project.applySettings(onlyChecking: false)
    guard case .added(let second) = try project.importFile(more).effect else {
      Issue.record("the row stayed out")
      return
    }
    #expect(second.ratingsNew == 1)
    #expect(second.ratingsChanged == 0)
    #expect(second.rowsRefused == 0)
  }

  @Test func `a column called text is shown without being named`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    try temporary.write(["t9,ada,yes,text 9"], to: "more.csv")
    _ = try project.importFile(
      ImportRequest(
        path: temporary.root + "/more.csv",
        mapping: ImportMapping(mapping: Mapping(), isEverything: false)))
    #expect(try project.dossier(ItemID("t9"))?.item.payload == .text("text 9"))
  }

  @Test func `a ruling made before new ratings came in is refused`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    try temporary.write(["t1,dora,no,text 1"], to: "more.csv")
    var mapping = Mapping()
    mapping.payload = .text("text")
    _ = try project.importFile(
      ImportRequest(
        path: temporary.root + "/more.csv",
        mapping: ImportMapping(mapping: mapping, isEverything: false)))
    let failure = #expect(throws: ProjectFailure.self) {
      try project.record(.rule(decision("yes", batch: 1)))
    }
    guard case .refusal(.ratingsChanged(batch: 2))? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    try project.record(.rule(decision("yes", batch: 2)))
    try project.record(.rule(decision("yes", batch: 1, item: "t2")))
  }

  @Test func `what a crashed import left behind is gone after the next`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let batches = temporary.folder.batches
    for name in [".incoming-1.batch", "0002-0123456789abcdef.jsonl.zst"] {
      try Data([1]).write(to: URL(fileURLWithPath: batches + "/" + name))
    }
    let project = try temporary.open()
    try temporary.write(["t9,ada,yes,text 9"], to: "more.csv")
    _ = try project.importFile(
      ImportRequest(
        path: temporary.root + "/more.csv",
        mapping: ImportMapping(mapping: Mapping(), isEverything: false)))
    let names = try FileManager.default.contentsOfDirectory(atPath: batches)
    #expect(names.filter { $0.hasSuffix(".zst") }.count == 2)
    #expect(!names.contains { $0.contains("0123456789abcdef") || $0.hasPrefix(".incoming") })
  }

  @Test func `an attempt that rights forbid is recorded`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let lead = try temporary.open()
    try lead.record(.member(Member(id: MemberID("obs"), user: nil, roles: [.observer])))
    let observer = try temporary.open(as: "obs")
    #expect(throws: ProjectFailure.self) { try observer.record(.rule(decision("yes"))) }
    let last = try #require(try lead.events(from: nil, count: 1).first)
    guard case .refused(let record) = last.body else {
      Issue.record("\(last.body)")
      return
    }
    #expect(record.code == "needs_role")
    #expect(record.unit == unit)
    #expect(last.draft.actor == MemberID("obs"))
  }

  @Test func `settings take effect when they are applied, not before`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    let path = temporary.folder.settings
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacingOccurrences(of: "\"test\"", with: "\"other\"")
      .write(toFile: path, atomically: true, encoding: .utf8)
    #expect(project.settingsDiffer())
    #expect(project.configuration.name == "test")
    _ = try project.applySettings(onlyChecking: false)
    #expect(!project.settingsDiffer())
    #expect(project.configuration.name == "other")
    try "[project]\nnam = \"x\"\n".write(toFile: path, atomically: true, encoding: .utf8)
    let failure = #expect(throws: ProjectFailure.self) {
      try project.applySettings(onlyChecking: false)
    }
    guard case .settings(let problems)? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(problems.contains { $0.contains("tiebreak.toml:2:1:") }, "\(problems)")
  }

  @Test func `a log that was cut is refused`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    try project.record(.rule(decision("yes")))
    project.rememberHead()
    let path = temporary.folder.log + "/events.jsonl"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let cut = lines.dropLast().map { $0 + "\n" }.joined()
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: UInt64(cut.utf8.count))
    try handle.close()
    let failure = #expect(throws: ProjectFailure.self) { try temporary.open() }
    guard case .ledger(.broken(_))? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    let report = try LogCheck.run(temporary.folder, surroundings: temporary.surroundings())
    #expect(!report.isGood)
  }
}
