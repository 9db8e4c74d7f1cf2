import Domain
import Ledger
import Testing

/// Events about the guideline that a wrong program could have recorded, with a chain that is right.
@Suite struct GuidelineRuleTests {
  private static let clause = ClauseID("R-0001")
  private static let section = SectionID.policy(PolicyID("skipping"))
  private static let founding =
    RuleTests.founding + [
      ("lena", .role(Member(id: MemberID("rita"), user: nil, roles: [.reviewer])))
    ]

  private static func text(born: [Int] = []) -> ClauseText {
    ClauseText(title: "t", labels: [], statement: "s", bornFrom: born)
  }

  private static func draft(
    base: Int, born: [Int] = [], stage: ProposalStage = .review
  ) -> EventBody {
    .clause(ClauseChange(id: clause, base: base, text: text(born: born), stage: stage))
  }

  private static func withdrawal(base: Int) -> EventBody {
    .clause(ClauseChange(withdrawing: clause, base: base))
  }

  private static func section(
    _ text: String, base: Int, stage: ProposalStage = .review
  ) -> EventBody {
    .guideline(SectionChange(id: section, base: base, text: text, stage: stage))
  }

  private static func publish(
    _ version: Int, _ seqs: [(GuidelinePart, Int)], doubts: [Int] = []
  ) -> EventBody {
    .publish(
      Publication(
        version: version, digest: .sha256(of: "\(version)"),
        changes: seqs.map { PublishedChange(part: $0, seq: $1, kind: .semantic) },
        inDoubt: doubts))
  }

  private static func decision(guideline: Int, base: Int = -1) -> EventBody {
    var decision = Decision(
      seatID: SeatID(unit: UnitID(item: ItemID("i1")), seat: .main), base: base, batch: 1,
      outcome: .ambiguous)
    decision.guideline = guideline
    return .decision(decision)
  }

  private func firstBad(
    _ events: [(String, EventBody)]
  ) throws -> VerificationReport.Finding? {
    try RuleTests().firstBad(Self.founding + events)
  }

  @Test(arguments: [
    [("rita", draft(base: -1)), ("lena", draft(base: 7)), ("rita", withdrawal(base: 8))],
    [
      ("rita", draft(base: -1)), ("rita", section("x", base: -1)),
      ("lena", publish(1, [(.clause(clause), 7), (.section(section), 8)])),
      ("ruth", decision(guideline: 1)), ("rita", withdrawal(base: 7)), ("rita", draft(base: 11)),
      ("rita", withdrawal(base: 12)), ("rita", section("", base: 8)),
      ("lena", publish(2, [(.clause(clause), 13)], doubts: [10])),
      ("lena", publish(3, [(.section(section), 14)])), ("rita", section("again", base: 14)),
    ],
    [("ruth", decision(guideline: 0)), ("rita", draft(base: -1, born: [7]))],
    [
      ("ruth", decision(guideline: 0)), ("rita", draft(base: -1)),
      ("lena", publish(1, [(.clause(clause), 8)], doubts: [7])),
      ("ruth", decision(guideline: 1, base: 7)),
    ],
    // A list too long for the line stands in an attachment, which is not there to be read.
    [
      ("ruth", decision(guideline: 0)), ("rita", draft(base: -1)),
      ("lena", publish(1, [(.clause(clause), 8)], doubts: Array(0...1200))),
      ("ruth", decision(guideline: 1, base: 7)),
    ],
    [
      ("rita", draft(base: -1, stage: .draft)), ("rita", section("x", base: -1, stage: .draft)),
      ("rita", draft(base: 7)), ("lena", publish(1, [(.clause(clause), 9)])),
      ("rita", draft(base: 9, stage: .draft)), ("rita", withdrawal(base: 11)),
      ("lena", publish(2, [(.clause(clause), 12)])),
    ],
  ])
  func `what the rules allow verifies`(events: [(String, EventBody)]) throws {
    #expect(try firstBad(events) == nil)
  }

  @Test(arguments: [
    (RuleBreach.lacksRole(.reviewer), [("ruth", draft(base: -1))]),
    (.lacksRole(.reviewer), [("vera", section("x", base: -1))]),
    (.notAMember, [("mallory", draft(base: -1))]),
    (.lacksRole(.lead), [("rita", draft(base: -1)), ("rita", publish(1, [(.clause(clause), 7)]))]),
    (.base(expected: -1, found: 3), [("rita", draft(base: 3))]),
    (.base(expected: 7, found: -1), [("rita", draft(base: -1)), ("lena", draft(base: -1))]),
    (
      .base(expected: 7, found: -1),
      [("rita", section("x", base: -1)), ("rita", section("y", base: -1))]
    ),
    (.nothingStands, [("rita", withdrawal(base: -1))]),
    (
      .clauseWithdrawn,
      [("rita", draft(base: -1)), ("rita", withdrawal(base: 7)), ("rita", draft(base: 8))]
    ),
    (.rulingNotYetMade, [("rita", draft(base: -1, born: [7]))]),
    (
      .rulingNotYetMade,
      [("rita", draft(base: -1)), ("lena", publish(1, [(.clause(clause), 7)], doubts: [8]))]
    ),
    (
      .versionOutOfOrder,
      [("rita", draft(base: -1)), ("lena", publish(2, [(.clause(clause), 7)]))]
    ),
    (.nothingToPublish, [("lena", publish(1, [(.clause(clause), 7)]))]),
    (
      .nothingToPublish,
      [
        ("rita", draft(base: -1)), ("rita", draft(base: 7)),
        ("lena", publish(1, [(.clause(clause), 7)])),
      ]
    ),
    (
      .nothingToPublish,
      [
        ("rita", draft(base: -1)), ("lena", publish(1, [(.clause(clause), 7)])),
        ("lena", publish(2, [(.clause(clause), 7)])),
      ]
    ),
    (
      .nothingToPublish,
      [
        ("rita", draft(base: -1)), ("rita", withdrawal(base: 7)),
        ("lena", publish(1, [(.clause(clause), 8)])),
      ]
    ),
    (
      .partUnfinished,
      [("rita", draft(base: -1, stage: .draft)), ("lena", publish(1, [(.clause(clause), 7)]))]
    ),
    (
      .partUnfinished,
      [
        ("rita", section("x", base: -1)), ("rita", section("y", base: 7, stage: .draft)),
        ("lena", publish(1, [(.section(section), 8)])),
      ]
    ),
    (.versionNotYetPublished, [("ruth", decision(guideline: 1))]),
    (
      .alreadySettled,
      [("ruth", decision(guideline: 0)), ("ruth", decision(guideline: 0, base: 7))]
    ),
    (
      .alreadySettled,
      [
        ("ruth", decision(guideline: 0)), ("rita", draft(base: -1)),
        ("lena", publish(1, [(.clause(clause), 8)], doubts: [7])),
        ("ruth", decision(guideline: 1, base: 7)), ("ruth", decision(guideline: 1, base: 10)),
      ]
    ),
  ])
  func `what the rules forbid is named`(
    breach: RuleBreach, events: [(String, EventBody)]
  ) throws {
    let finding = try firstBad(events)
    #expect(finding?.problem == .rule(breach))
    #expect(finding?.seq == Self.founding.count + events.count - 1)
  }

  @Test func `the digest of the version in force is part of the state`() throws {
    let events =
      Self.founding + [
        ("rita", Self.draft(base: -1)), ("lena", Self.publish(1, [(.clause(Self.clause), 7)])),
      ]
    let store = MemoryEventStore()
    var state = ProjectState()
    for (index, (actor, body)) in events.enumerated() {
      let draft = EventDraft(
        operation: OperationID(high: 3, low: UInt64(index)), at: Instant(milliseconds: 0),
        actor: MemberID(actor), isSandbox: false, body: body)
      _ = try store.append([draft], expecting: store.head())
    }
    for event in store.read(from: 0, limit: 100) { state.evolve(event) }
    #expect(state.guidelineDigest == .sha256(of: "1"))
    #expect(
      LogVerifier.verify(bytes: store.exported).stateHash == .sha256(of: state.hashedBytes))
    #expect(String(decoding: state.hashedBytes, as: UTF8.self).contains(Digest.sha256(of: "1").hex))
  }
}
