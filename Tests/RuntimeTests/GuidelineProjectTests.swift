import Domain
import Foundation
import Ledger
import Runtime
import Testing
import Workbench

/// Clauses, versions and their documents in a project on disk.
struct GuidelineProjectTests {
  private static let text = ClauseText(
    title: "Yes before no", labels: [LabelID("yes"), LabelID("no")],
    statement: "What is half said is said.")

  private func ruling(_ item: String, cites: [ClauseID] = []) -> Command {
    var decision = Decision(
      seatID: SeatID(unit: UnitID(item: ItemID(item)), seat: .main), base: -1, batch: 1,
      outcome: .value(.label(LabelID("yes"))))
    decision.cites = cites
    return .rule(decision)
  }

  private func refusal(_ body: () throws -> Void) -> Refusal? {
    do {
      try body()
      return nil
    } catch ProjectFailure.refusal(let refusal) {
      return refusal
    } catch {
      Issue.record("\(error)")
      return nil
    }
  }

  private func document(_ project: Project, _ version: Int) throws -> String {
    try String(contentsOfFile: project.folder.guideline(version), encoding: .utf8)
  }

  @Test func `a ruling becomes a clause, a version, and what a later ruling cites`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    let first = try project.record(ruling("t1"))
    var text = Self.text
    text = ClauseText(
      title: text.title, labels: text.labels, statement: text.statement,
      examples: [ClauseExample("text 1", unit: UnitID(item: ItemID("t1")))],
      bornFrom: [first.seq])
    try project.record(.clause(ClauseProposal(id: nil, text: text)))
    let id = ClauseID("R-0001")
    #expect(
      refusal { try project.record(ruling("t2", cites: [id])) } == .clauseNotInForce(id))
    let plan = try project.planPublication()
    #expect(plan.publication.version == 1)
    #expect(plan.difference.changed.map(\.kind) == [.new])
    let event = try project.publish(plan)
    #expect(try document(project, 1) == plan.document)
    #expect(try project.summary().guidelineVersion == 1)
    let second = try project.record(ruling("t2", cites: [id]))
    guard case .decision(let decision) = second.body else {
      Issue.record("\(second.body)")
      return
    }
    #expect(decision.guideline == 1)
    let page = try project.guidelinePage()
    #expect(page.citations[id]?.map(\.seq) == [second.seq])
    #expect(page.guideline.versions.map(\.seq) == [event.seq])
    #expect(page.markdown(of: 1) == plan.document)
    #expect(page.labels.first { $0.definition.id == LabelID("yes") }?.use.rulings == 2)
    #expect(try project.examine().isGood)

    try project.record(
      .clause(ClauseProposal(id: id, text: nil, reason: "it was wrong")))
    let next = try project.planPublication()
    #expect(next.publication.inDoubt == [second.seq])
    try #require(try project.publish(next).seq > second.seq)
    #expect(try document(project, 2).contains("## Withdrawn"))
    #expect(
      refusal { try project.record(ruling("t3", cites: [id])) } == .clauseWithdrawn(id))
    #expect(try project.examine().isGood)
    let editorial = try LogVerifier.verify(project.folder.log + "/events.jsonl")
    #expect(editorial.isSound)
  }

  @Test func `a plan that others were faster than is refused, and nothing is written`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let one = try temporary.open()
    let other = try temporary.open(home: "two")
    try one.record(.clause(ClauseProposal(id: nil, text: Self.text)))
    let plan = try one.planPublication()
    try other.record(
      .section(SectionProposal(id: .policy(PolicyID("skipping")), text: "Never.")))
    let faster = try other.planPublication(of: [.section(.policy(PolicyID("skipping")))])
    _ = try other.publish(faster)
    #expect(
      refusal { _ = try one.publish(plan) } == .publishedMeanwhile(version: 1))
    let again = try one.planPublication()
    #expect(again.publication.changes.map(\.part.key) == ["R-0001"])
    _ = try one.publish(again)
    #expect(try other.currentGuideline().version == 2)
  }

  @Test func `a document that is missing is written again when the project is opened`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    try project.record(.clause(ClauseProposal(id: nil, text: Self.text)))
    let plan = try project.planPublication()
    // The program dies between the event and the document.
    try project.record(.publish(plan.publication))
    try FileManager.default.removeItem(atPath: project.folder.guideline(1))
    let reopened = try temporary.open()
    #expect(try document(reopened, 1) == plan.document)
    try FileManager.default.removeItem(atPath: project.folder.guidelines)
    #expect(try document(try temporary.open(), 1) == plan.document)
  }

  @Test func `a version whose digest is not that of its words is found`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    try project.record(.clause(ClauseProposal(id: nil, text: Self.text)))
    let plan = try project.planPublication()
    let forged = Publication(
      version: 1, digest: .sha256(of: "other words"), changes: plan.publication.changes)
    try project.record(.publish(forged))
    let report = try project.examine()
    #expect(!report.isGood)
    #expect(report.lines == ["BROKEN: version 1 of the guideline is not what its digest says."])
  }

  @Test func `which rulings agree is told with what was read, and what publishing would do`() throws
  {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    let first = try project.record(ruling("t1"))
    let seeds = try project.clauseSeeds(from: .units([UnitID(item: ItemID("t1"))]))
    #expect(seeds.map(\.ruling.seq) == [first.seq])
    let made = ClauseText(labels: Self.text.labels, from: seeds)
    #expect(made.examples.map(\.unit?.item) == [ItemID("t1")])
    #expect(made.bornFrom == [first.seq])
    let evidence = try project.clauseEvidence(of: made, id: nil)
    #expect(evidence.verdict == .outcome(.value(.label(LabelID("yes")))))
    #expect(evidence.agreeing == 1)
    #expect(evidence.entries.map(\.reading) == seeds.map(\.reading))
    #expect(try project.clauseEvidence(of: made, id: nil, limit: 0).entries.isEmpty)
    #expect(try project.clauseEvidence(of: made, id: nil, limit: 0).agreeing == 1)
    let all = try project.clauseSeeds(from: .limit(.all))
    #expect(all.map(\.ruling.seq) == [first.seq], "only what was ruled")

    let part = GuidelinePart.clause(ClauseID("R-0001"))
    try project.record(.clause(ClauseProposal(id: nil, text: Self.text)))
    var wish = PublicationWish()
    let page = try project.publishPage(wish)
    #expect(page.publication == (try project.planPublication().publication))
    #expect(page.refusal == nil)
    wish.leftOut = [part]
    let none = try project.publishPage(wish)
    #expect(none.leftOut == [part])
    #expect(none.publication.changes.isEmpty)
    #expect(none.refusal == "Nothing waits to be published.")
  }

  @Test func `what was written and not sent is kept beside the person's other drafts`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    #expect(project.personal.savedForms().isEmpty)
    let unit = UnitID(item: ItemID("t1"))
    var clause = Self.text
    clause.examples = [ClauseExample("\u{1B}[31m", unit: unit), ClauseExample("")]
    let forms = [
      FormDraft(target: .new(2), clause: clause), FormDraft(target: .new(1), clause: .blank),
      FormDraft(target: .part(.clause(ClauseID("R-0007"))), base: 12, clause: clause),
      FormDraft(target: .part(.section(.policy(PolicyID("é")))), base: -1, text: "a\nb"),
    ]
    try project.personal.save(forms)
    #expect(try temporary.open().personal.savedForms() == forms)
  }
}
