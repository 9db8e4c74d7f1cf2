import Domain
import Testing

struct EventLimitTests {
  @Test func `the grammar of limits of the log is frozen`() throws {
    let text =
      "by:rev-2 type:ruling -type:import item:T-01 question:tone label:refund outcome:ambiguous "
      + "cites:R-0007 reason:cure note:* after:2026-05-01 before:2026-05-02T10:00:00Z text:op "
      + "\"two words\" plain"
    let after = try #require(Instant("2026-05-01"))
    let before = try #require(Instant("2026-05-02T10:00:00Z"))
    let expected: [EventLimit.Term] = [
      .init(.by(MemberID("rev-2"))), .init(.type(.decision)),
      .init(.type(.imported), isNegated: true), .init(.item(.containing("T-01"))),
      .init(.question(QuestionID("tone"))), .init(.label(LabelID("refund"))),
      .init(.outcome(.ambiguous)), .init(.cites(ClauseID("R-0007"))),
      .init(.reason(.containing("cure"))), .init(.note(.any)), .init(.after(after)),
      .init(.before(before)), .init(.text("op")), .init(.text("two words")), .init(.text("plain")),
    ]
    #expect(try EventLimitParser.parse(text).terms == expected)
  }

  @Test func `types go by their word and by their name in the log`() throws {
    for type in EventType.allCases {
      for word in [type.word, type.rawValue] {
        #expect(try EventLimitParser.parse("type:\(word)").terms == [.init(.type(type))])
      }
    }
    #expect(Set(EventType.allCases.map(\.word)).count == EventType.allCases.count)
  }

  @Test(arguments: [
    ("type:nope", 0), ("by:a after:soon", 5), ("agree<0.6", 0), ("by<3", 0), ("by:", 0),
    ("outcome:maybe", 0), ("x \"y", 2),
  ])
  func `a term that is not understood is named by its place`(text: String, offset: Int) {
    let error = #expect(throws: LimitError.self) { try EventLimitParser.parse(text) }
    #expect(error?.offset == offset)
  }

  private func event(_ body: EventBody, at: String = "2026-05-01T12:00:00Z") throws -> Event {
    Event(
      seq: 7, previous: .zero, hash: .zero,
      draft: EventDraft(
        operation: OperationID(high: 0, low: 1), at: try #require(Instant(at)),
        actor: MemberID("rev-2"), isSandbox: false, body: body))
  }

  @Test(arguments: [
    ("", true), ("by:rev-2", true), ("by:rev", false), ("-by:rev-2", false), ("type:ruling", true),
    ("item:t-0", true), ("item:x", false), ("label:refund", true), ("label:ref", false),
    ("outcome:value", true), ("cites:R-0007", true), ("cites:R-0008", false),
    ("reason:CURE", true), ("note:*", false), ("after:2026-05-01", true),
    ("after:2026-05-02", false), ("before:2026-05-02", true), ("before:2026-05-01", false),
    ("text:\"op\"", true), ("nothing", false), ("type:ruling by:rev-2 label:refund", true),
    ("type:ruling label:other", false), ("question:label", true),
  ])
  func `all terms must hold for a ruling`(text: String, holds: Bool) throws {
    let seat = SeatID(
      unit: UnitID(item: ItemID("T-01"), question: .label), seat: .main)
    var decision = Decision(
      seatID: seat, base: -1, batch: 1, outcome: .value(.label(LabelID("refund"))))
    decision.cites = [ClauseID("R-0007")]
    decision.reason = "names a cure"
    let event = try event(.decision(decision))
    #expect(try EventLimitParser.parse(text).matches(event) { #"{"op":1}"# } == holds)
  }

  @Test func `the line is made only where a term looks into it`() throws {
    let event = try event(.genesis(Genesis(project: OperationID(high: 0, low: 0), name: "p")))
    var asked = 0
    let line = { () -> String in
      asked += 1
      return ""
    }
    _ = try EventLimitParser.parse("type:project by:x").matches(event, line: line)
    #expect(asked == 0)
    _ = try EventLimitParser.parse("words").matches(event, line: line)
    #expect(asked == 1)
  }
}
