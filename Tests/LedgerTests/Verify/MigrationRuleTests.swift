import Domain
import Ledger
import Testing

/// Migrations that a wrong program could have recorded, with a chain that is right.
@Suite struct MigrationRuleTests {
  private static let unit = UnitID(item: ItemID("i1"))
  private static let seat = SeatID(unit: unit, seat: .main)

  private static func rule(base: Int) -> EventBody {
    .decision(
      Decision(seatID: seat, base: base, batch: 1, outcome: .value(.label(LabelID("a")))))
  }

  private static func migrate(
    batch: Int = 1, doubting: [Int] = [], text: String = "x"
  ) -> EventBody {
    .migrate(
      LabelMigration(
        mapping: LabelMapping([LabelRule(from: [LabelID("a")], to: [])]),
        settings: ConfigurationChange(text: text, digest: .sha256(of: text)), batch: batch,
        inDoubt: doubting))
  }

  private func firstBad(
    _ events: [(String, EventBody)]
  ) throws -> VerificationReport.Finding? {
    try RuleTests().firstBad(RuleTests.founding + events)
  }

  private static let next = RuleTests.founding.count

  @Test func `a lead migrates, and what is in doubt is ruled again on its base`() throws {
    let seq = Self.next
    #expect(try firstBad([("lena", Self.migrate())]) == nil)
    #expect(
      try firstBad([
        ("ruth", Self.rule(base: -1)), ("lena", Self.migrate(doubting: [seq])),
        ("ruth", Self.rule(base: seq)),
      ]) == nil)
  }

  @Test(arguments: [
    (RuleBreach.lacksRole(.lead), [("ruth", migrate())]),
    (.notAMember, [("mallory", migrate())]),
    (.borderMisplaced, [("lena", migrate(batch: 0))]),
    (.borderMisplaced, [("lena", migrate(batch: 2))]),
    (.rulingNotYetMade, [("lena", migrate(doubting: [next]))]),
    (.alreadySettled, [("ruth", rule(base: -1)), ("lena", migrate()), ("ruth", rule(base: next))]),
  ])
  func `what they forbid is named`(breach: RuleBreach, events: [(String, EventBody)]) throws {
    let found = try firstBad(events)
    #expect(found?.problem == .rule(breach))
    #expect(found?.seq == Self.next + events.count - 1)
  }

  @Test func `its settings are in force, and long ones are an attachment of it`() throws {
    let text = String(repeating: "# long\n", count: 900)
    let store = MemoryEventStore()
    let events = RuleTests.founding + [("lena", Self.migrate(text: text))]
    let drafts = events.enumerated().map { index, event in
      EventDraft(
        operation: OperationID(high: 3, low: UInt64(index)), at: Instant(milliseconds: 0),
        actor: MemberID(event.0), isSandbox: false, body: event.1)
    }
    _ = try store.append(drafts, expecting: .empty)
    let report = LogVerifier.verify(bytes: store.exported)
    #expect(report.isSound)
    #expect(report.configuration == .sha256(of: text))
    #expect(report.settings.last?.text == nil)
    guard case .migrate(let read)? = store.read(from: Self.next, limit: 1).first?.body else {
      Issue.record("the migration is not there")
      return
    }
    #expect(read.settings.text == text)
  }
}
