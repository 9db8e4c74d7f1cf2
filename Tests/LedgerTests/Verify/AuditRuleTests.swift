import Domain
import Testing

@testable import Ledger

/// Audits that a wrong program could have recorded, with a chain that is right.
@Suite struct AuditRuleTests {
  private static let units = ["i1", "i2", "i3"].map { UnitID(item: ItemID($0)) }

  private static func draw(
    _ units: ArraySlice<UnitID> = units[0...1], batch: Int = 1, guideline: Int = 0
  ) -> EventBody {
    .audit(
      AuditDraw(
        size: 1, seed: 7, ruled: 0, open: 3,
        labels: [AuditDraw.LabelCount(label: LabelID("a"), units: 3)], batch: batch,
        guideline: guideline,
        drawn: units.map {
          ReleasedValue(
            unit: $0, value: .label(LabelID("a")), source: .majority, probability: Number("0.5"))
        }))
  }

  private static func rule(
    _ unit: UnitID = units[0], audit: Int, seat: Seat = .main
  ) -> EventBody {
    var decision = Decision(
      seatID: SeatID(unit: unit, seat: seat), base: -1, batch: 1,
      outcome: .value(.label(LabelID("a"))))
    decision.audit = audit
    return .decision(decision)
  }

  private func firstBad(
    _ events: [(String, EventBody)]
  ) throws -> VerificationReport.Finding? {
    try RuleTests().firstBad(RuleTests.founding + events)
  }

  @Test(arguments: [
    [("lena", draw()), ("ruth", rule(audit: 6)), ("ruth", rule(units[1], audit: 6))],
    [("lena", draw()), ("lena", draw(units[2...])), ("ruth", rule(units[2], audit: 7))],
  ])
  func `what the rules allow verifies`(events: [(String, EventBody)]) throws {
    #expect(try firstBad(events) == nil)
  }

  @Test(arguments: [
    (RuleBreach.lacksRole(.lead), [("ruth", draw())]),
    (.notAMember, [("mallory", draw())]),
    (.batchNotYetImported, [("lena", draw(batch: 2))]),
    (.versionNotYetPublished, [("lena", draw(guideline: 1))]),
    (.notDrawn, [("ruth", rule(audit: 5))]),
    (.notDrawn, [("lena", draw()), ("ruth", rule(audit: 5))]),
    (.notDrawn, [("lena", draw()), ("ruth", rule(audit: 7))]),
    (.notDrawn, [("lena", draw()), ("ruth", rule(units[2], audit: 6))]),
    (.notDrawn, [("lena", draw()), ("ruth", rule(audit: 6, seat: .second))]),
    (.notDrawn, [("lena", draw()), ("lena", draw(units[2...])), ("ruth", rule(audit: 6))]),
  ])
  func `what the rules forbid is named`(
    breach: RuleBreach, events: [(String, EventBody)]
  ) throws {
    let finding = try firstBad(events)
    #expect(finding?.problem == .rule(breach))
    #expect(finding?.seq == RuleTests.founding.count + events.count - 1)
  }

  /// The line of a draw with something changed in it.
  private func changed(_ old: String, _ new: String) throws -> [UInt8] {
    let draft = EventDraft(
      operation: OperationID(high: 1, low: 1), at: Instant(milliseconds: 0),
      actor: MemberID("lena"), isSandbox: false, body: Self.draw())
    let line = try EncodedDraft(draft).line(seq: 0, previous: .zero)
    let text = String(decoding: line.payload, as: UTF8.self)
    try #require(text.contains(old))
    return Array(text.replacing(old, with: new).utf8)
  }

  private func reads(_ payload: [UInt8]) -> Bool {
    (try? ReadLine(LogLine(stored: LogLine(payload: payload).bytes)).event(attachments: [:]))
      != nil
  }

  /// Both refuse it; the verifier for its form, before it asks whether anybody may record it.
  private func isTaken(_ payload: [UInt8]) -> Bool {
    var checker = LineChecker()
    do {
      for (actor, body) in RuleTests.founding {
        let draft = EventDraft(
          operation: OperationID(high: 2, low: UInt64(checker.nextSeq)),
          at: Instant(milliseconds: 0), actor: MemberID(actor), isSandbox: false, body: body)
        let line = try EncodedDraft(draft).line(
          seq: checker.nextSeq, previous: checker.head.hash)
        try line.bytes.withUnsafeBufferPointer { try checker.check($0) }
      }
      let text = String(decoding: payload, as: UTF8.self)
        .replacing("\"seq\":0", with: "\"seq\":6")
        .replacing(Digest.zero.hex, with: checker.head.hash.hex)
      try LogLine(payload: Array(text.utf8)).bytes.withUnsafeBufferPointer {
        try checker.check($0)
      }
      return true
    } catch {
      return false
    }
  }

  @Test func `the draw that the others are made from is taken by both`() throws {
    let payload = try changed("\"size\":1", "\"size\":2")
    #expect(reads(payload))
    #expect(isTaken(payload))
  }

  @Test(arguments: [
    ("\"size\":1", "\"size\":3"), ("\"size\":1", "\"size\":0"), ("\"units\":2", "\"units\":3"),
    ("\"units\":2", "\"units\":1"), ("\"open\":3", "\"open\":1"), ("\"open\":3", "\"open\":2"),
    ("\"i2\"", "\"i1\""), ("\"p\":\"0.5\"", "\"p\":\"half\""), ("\"p\":\"0.5\"", "\"p\":1"),
    ("majority", "consensus"), ("\"source\":\"majority\",", ""), ("\"units\":3}]", "\"units\":0}]"),
    ("\"units\":3}]", "\"units\":4}]"), ("\"value\":{\"label\":\"a\"}}]", "\"value\":{}}]"),
    ("[{\"label\":\"a\",\"units\":3}]", "[]"), ("\"seed\":\"0", "\"seed\":\""),
    ("\"ruled\":0", "\"ruled\":-1"), ("\"floor\":0,", ""), ("\"sample\":{", "\"sample\":{\"a\":1,"),
    (
      "[{\"label\":\"a\",\"units\":3}]",
      "[{\"label\":\"a\",\"units\":1},{\"label\":\"a\",\"units\":1}]"
    ),
  ])
  func `what is no draw is refused by both`(old: String, new: String) throws {
    let payload = try changed(old, new)
    #expect(!reads(payload), "\(new)")
    #expect(!isTaken(payload), "\(new)")
  }

  @Test func `a long draw lies in an attachment, and is checked there`() throws {
    let store = MemoryEventStore()
    let many = (0..<200).map { UnitID(item: ItemID("item \($0)")) }
    for (index, (actor, body)) in (RuleTests.founding + [("lena", long(many))]).enumerated() {
      let draft = EventDraft(
        operation: OperationID(high: 3, low: UInt64(index)), at: Instant(milliseconds: 0),
        actor: MemberID(actor), isSandbox: false, body: body)
      _ = try store.append([draft], expecting: store.head())
    }
    let event = try #require(store.read(from: 6, limit: 1).first)
    #expect(event.body == long(many))
    #expect(LogVerifier.verify(bytes: store.exported).isSound)
  }

  private func long(_ units: [UnitID]) -> EventBody {
    .audit(
      AuditDraw(
        size: units.count, seed: 1, ruled: 0, open: 500, batch: 1,
        drawn: units.map {
          ReleasedValue(unit: $0, value: .label(LabelID("a")), source: .single)
        }))
  }
}
