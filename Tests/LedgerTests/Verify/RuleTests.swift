import Domain
import Ledger
import Testing

/// Events that a wrong program could have recorded, with a chain that is right.
@Suite struct RuleTests {
  private static let unit = UnitID(item: ItemID("i1"))
  private static let seat = SeatID(unit: unit, seat: .main)
  static let founding: [(String, EventBody)] = [
    ("lena", .genesis(Genesis(project: OperationID(high: 1, low: 1), name: "p"))),
    ("lena", .role(Member(id: MemberID("lena"), user: "lena", roles: [.lead]))),
    ("lena", .role(Member(id: MemberID("ruth"), user: "ruth", roles: [.adjudicator]))),
    ("lena", .role(Member(id: MemberID("otto"), user: nil, roles: [.adjudicator]))),
    ("lena", .role(Member(id: MemberID("vera"), user: nil, roles: [.observer]))),
    ("lena", .imported(record(batch: 1))),
  ]

  private static func record(batch: Int) -> ImportRecord {
    ImportRecord(
      batch: batch, source: "a.csv", bytes: 1, sha256: .zero, importer: "csv", mapping: "",
      digest: .zero)
  }

  private static func decision(
    base: Int, batch: Int = 1, outcome: Outcome = .ambiguous, follows: [Int] = [],
    at seat: Seat = .main
  ) -> EventBody {
    let seat = SeatID(unit: unit, seat: seat)
    var decision = Decision(seatID: seat, base: base, batch: batch, outcome: outcome)
    decision.follows = follows
    return .decision(decision)
  }

  private static func withdrawal(base: Int) -> Withdrawal {
    Withdrawal(seatID: seat, base: base)
  }

  private static func role(
    _ name: String, user: String? = nil, _ roles: MemberRole...
  ) -> EventBody {
    .role(Member(id: MemberID(name), user: user, roles: roles))
  }

  func firstBad(
    _ events: [(String, EventBody)], sandboxed: Set<Int> = []
  ) throws -> VerificationReport.Finding? {
    let store = MemoryEventStore()
    for (index, (actor, body)) in events.enumerated() {
      let draft = EventDraft(
        operation: OperationID(high: 3, low: UInt64(index)), at: Instant(milliseconds: 0),
        actor: MemberID(actor), isSandbox: sandboxed.contains(index), body: body)
      _ = try store.append([draft], expecting: store.head())
    }
    return LogVerifier.verify(bytes: store.exported).firstBad
  }

  @Test(arguments: [
    [("ruth", decision(base: -1))],
    [("lena", decision(base: -1))],
    [("ruth", decision(base: -1)), ("ruth", .withdraw(withdrawal(base: 6)))],
    [("ruth", decision(base: -1)), ("lena", .reopen(withdrawal(base: 6)))],
    [
      ("ruth", decision(base: -1)), ("ruth", .withdraw(withdrawal(base: 6))),
      ("otto", decision(base: 7)), ("lena", .reopen(withdrawal(base: 8))),
      ("ruth", decision(base: 9, follows: [6])),
    ],
    [("ruth", decision(base: -1, outcome: .escalated)), ("lena", decision(base: 6))],
    [("ruth", decision(base: -1, outcome: .escalated)), ("ruth", .withdraw(withdrawal(base: 6)))],
    [
      ("vera", .comment(Remark(unit: unit, text: "x"))),
      ("vera", .flag(Remark(unit: unit, text: ""))),
    ],
    [("mallory", .refused(RefusalRecord(attempt: "rule", unit: nil, code: "x")))],
    [("mallory", .recovered(Recovery(bytes: 1, digest: .zero)))],
    [("lena", .imported(record(batch: 4)))],
    // Ratings that came in later may put a ruling in doubt, once.
    [
      ("ruth", decision(base: -1)), ("lena", .imported(record(batch: 4))),
      ("otto", decision(base: 6, batch: 4)), ("lena", .imported(record(batch: 5))),
      ("ruth", decision(base: 8, batch: 5)),
    ],
    [("lena", role("otto", .lead)), ("otto", role("lena", .observer))],
  ])
  func `what the rules allow verifies`(events: [(String, EventBody)]) throws {
    #expect(try firstBad(Self.founding + events) == nil)
  }

  @Test(arguments: [
    (RuleBreach.notAMember, [("mallory", decision(base: -1))]),
    (.notAMember, [("mallory", .comment(Remark(unit: unit, text: "x")))]),
    (.notAMember, [("mallory", role("mallory", .lead))]),
    (.lacksRole(.adjudicator), [("vera", decision(base: -1))]),
    (.lacksRole(.lead), [("ruth", role("ruth", .lead))]),
    (.lacksRole(.lead), [("ruth", .imported(record(batch: 2)))]),
    (
      .lacksRole(.lead), [("ruth", .config(ConfigurationChange(text: "", digest: .sha256(of: ""))))]
    ),
    (
      .lacksRole(.lead),
      [("ruth", decision(base: -1, outcome: .escalated)), ("ruth", decision(base: 6))]
    ),
    (.lacksRole(.lead), [("ruth", decision(base: -1)), ("ruth", .reopen(withdrawal(base: 6)))]),
    (.base(expected: -1, found: 3), [("ruth", decision(base: 3))]),
    (
      .base(expected: 7, found: 6),
      [
        ("ruth", decision(base: -1)), ("ruth", .withdraw(withdrawal(base: 6))),
        ("ruth", decision(base: 6)),
      ]
    ),
    (.base(expected: 6, found: -1), [("ruth", decision(base: -1)), ("otto", decision(base: -1))]),
    (.alreadySettled, [("ruth", decision(base: -1)), ("otto", decision(base: 6))]),
    // Ratings that the decision has not seen, or that the ruling had before it, are no doubt.
    (
      .alreadySettled,
      [
        ("ruth", decision(base: -1)), ("lena", .imported(record(batch: 4))),
        ("otto", decision(base: 6)),
      ]
    ),
    (
      .alreadySettled,
      [
        ("lena", .imported(record(batch: 4))), ("ruth", decision(base: -1)),
        ("otto", decision(base: 7, batch: 4)),
      ]
    ),
    (
      .alreadySettled,
      [
        ("ruth", decision(base: -1)), ("lena", .imported(record(batch: 4))),
        ("otto", decision(base: 6, batch: 4)), ("ruth", decision(base: 8, batch: 4)),
      ]
    ),
    (.batchNotYetImported, [("ruth", decision(base: -1)), ("otto", decision(base: 6, batch: 2))]),
    // Doubt speaks of the main seat.
    (
      .alreadySettled,
      [
        ("ruth", decision(base: -1, at: .second)), ("lena", .imported(record(batch: 4))),
        ("otto", decision(base: 6, batch: 4, at: .second)),
      ]
    ),
    (.nothingStands, [("ruth", .withdraw(withdrawal(base: 0)))]),
    (
      .nothingStands,
      [
        ("ruth", decision(base: -1)), ("ruth", .withdraw(withdrawal(base: 6))),
        ("lena", .reopen(withdrawal(base: 7))),
      ]
    ),
    (.notTheirs, [("ruth", decision(base: -1)), ("otto", .withdraw(withdrawal(base: 6)))]),
    (.batchNotYetImported, [("ruth", decision(base: -1, batch: 2))]),
    (.batchOutOfOrder, [("lena", .imported(record(batch: 1)))]),
    (.precedentNotYetMade, [("ruth", decision(base: -1, follows: [6]))]),
    (.lastLead, [("lena", role("lena", .observer))]),
    (.userBoundTwice, [("lena", role("otto", user: "ruth", .adjudicator))]),
    (.genesisMisplaced, [("lena", founding[0].1)]),
  ])
  func `what the rules forbid is named`(
    breach: RuleBreach, events: [(String, EventBody)]
  ) throws {
    let finding = try firstBad(Self.founding + events)
    #expect(finding?.problem == .rule(breach))
    #expect(finding?.seq == Self.founding.count + events.count - 1)
  }

  @Test func `the beginning of a log has its own rules`() throws {
    #expect(try firstBad([Self.founding[1]])?.problem == .rule(.genesisMisplaced))
    let others = [Self.founding[0], ("ruth", Self.founding[1].1)]
    #expect(try firstBad(others)?.problem == .rule(.foundingByOther))
    let observer = [Self.founding[0], ("vera", Self.role("vera", .observer))]
    #expect(try firstBad(observer)?.problem == .rule(.foundingByOther))
    #expect(try firstBad(Self.founding, sandboxed: [3])?.problem == .rule(.sandboxMixed))
    #expect(try firstBad(Self.founding, sandboxed: [0])?.problem == .rule(.sandboxMixed))
    #expect(try firstBad(Self.founding, sandboxed: [0, 1, 2, 3, 4, 5]) == nil)
  }

  @Test func `an operation is recorded once`() throws {
    let store = MemoryEventStore()
    for body in [Self.founding[0].1, Self.founding[1].1] {
      let draft = EventDraft(
        operation: OperationID(high: 3, low: 3), at: Instant(milliseconds: 0),
        actor: MemberID("lena"), isSandbox: false, body: body)
      _ = try store.append([draft], expecting: store.head())
    }
    let report = LogVerifier.verify(bytes: store.exported)
    #expect(report.firstBad?.problem == .operationRepeated(at: 0))
  }
}
