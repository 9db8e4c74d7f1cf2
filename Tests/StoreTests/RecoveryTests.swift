import Domain
import Ledger
import Store
import Testing

@Suite struct RecoveryTests {
  private let records = numbered([
    rating("i", "a", "x"), rating("i", "b", "y"), rating("j", "a", "x"), rating("j", "b", "x"),
  ])

  @Test func `an import that was logged but not indexed is read from its batch`() throws {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    let before = try index.dump()
    // The program dies between the append and the commit.
    let number = project.addBatch(records)
    let at = Instant(milliseconds: project.clock.milliseconds + 60_000)
    let event = try index.ingest(
      number, at: at, policy: BatchPolicy(), from: ArrayStream(records)
    ) { counts in
      _ = try? project.append(.imported(project.record(number, counts)))
      return nil
    }
    #expect(event == nil)
    #expect(try index.dump() == before)
    try index.catchUp()
    #expect(try index.summary(now: project.clock).ratings == 4)
    #expect(try index.head() == project.log.head())
  }

  @Test func `an append that was refused leaves no trace of the batch`() throws {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    let before = try index.dump()
    let counts = try index.plan(
      1, at: project.clock, policy: BatchPolicy(), from: ArrayStream(records))
    #expect(counts.itemsNew == 2)
    #expect(counts.ratingsNew == 4)
    #expect(try index.dump() == before)
  }

  @Test func `a log that ends before the index is refused, with evidence`() throws {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    let known = try index.head()
    let before = try index.dump()
    let cut = MemoryEventStore()
    for event in project.log.read(from: 0, limit: 2) {
      _ = try cut.append([event.draft], expecting: cut.head())
    }
    let other = try ProjectIndex(
      path: project.path(), events: cut,
      derivation: Derivation(batches: project.batches) { _ in nil })
    let failure = #expect(throws: IndexFailure.self) { try other.catchUp() }
    guard case .ahead(let evidence) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(evidence.index == known)
    #expect(evidence.log == cut.head())
    #expect(evidence.found == nil)
    #expect(try index.dump() == before)
  }

  @Test func `a log that says something else is refused`() throws {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    let rewritten = MemoryEventStore()
    for event in project.log.read(from: 0, limit: 99) {
      let draft = EventDraft(
        operation: event.draft.operation, at: event.draft.at.advanced(days: 1),
        actor: event.draft.actor, isSandbox: false, body: event.body)
      _ = try rewritten.append([draft], expecting: rewritten.head())
    }
    let other = try ProjectIndex(
      path: project.path(), events: rewritten,
      derivation: Derivation(batches: project.batches) { _ in nil })
    let failure = #expect(throws: IndexFailure.self) { try other.catchUp() }
    guard case .ahead(let evidence) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(evidence.found == rewritten.head().hash)
  }

  @Test func `a batch that is missing stops the catching up where it stood`() throws {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    let known = try index.head()
    try project.append(.imported(project.record(41)))
    let expected = IndexFailure.batch(BatchFailure(batch: 41, reason: "is missing"))
    #expect(throws: expected) { try index.catchUp() }
    #expect(try index.head() == known)
  }

  @Test func `a change of who is who derives the batches again`() throws {
    let project = try TestProject(configurations: RandomHistory.configurations)
    try project.begin(configuration: "tiers")
    let index = try project.open()
    try index.catchUp()
    try project.importBatch(
      numbered([rating("i", "a4", "car"), rating("i", "a4 ", "van")]), into: index)
    #expect(try index.summary(now: project.clock).annotators == 2)
    let event = try project.configure("aliased")
    try index.apply([event])
    let summary = try index.summary(now: project.clock)
    #expect(summary.annotators == 1)
    #expect(summary.ratings == 1)
    #expect(summary.statuses[.single] == 1)
  }
}
