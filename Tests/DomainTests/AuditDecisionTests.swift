import Domain
import Testing

/// Who may draw an audit, of what, and what a ruling on a drawn unit says of it.
struct AuditDecisionTests {
  private static let lead = Member(id: MemberID("lea"), user: nil, roles: [.lead])
  private static let senior = Member(
    id: MemberID("sam"), user: nil, roles: [.adjudicator, .reviewer])
  private static let units = ["1", "2", "3"].map { UnitID(item: ItemID($0)) }

  private static func proposal(
    _ drawn: [UnitID] = Array(units.prefix(2)), size: Int = 2, open: Int = 3, batch: Int = 4,
    migrations: Int = 1, ruled: Int = 5
  ) -> Command {
    .drawAudit(
      AuditProposal(
        draw: AuditDraw(
          size: size, seed: 7, ruled: ruled, open: open, batch: batch,
          drawn: drawn.map {
            ReleasedValue(unit: $0, value: .label(LabelID("a")), source: .majority)
          }), migrations: migrations))
  }

  private func decide(
    _ command: Command, by member: Member = lead, ruled: Set<UnitID> = [], unit: UnitFacts? = nil
  ) -> Result<[EventBody], Refusal> {
    var evidence = Evidence(units: Set(Self.units))
    evidence.audit.batch = 4
    evidence.audit.migrations = 1
    evidence.audit.ruled = ruled
    let context = DecisionContext(
      members: [Self.lead, Self.senior], configuration: ProjectConfiguration(name: "p"),
      unit: unit, evidence: evidence)
    return Result { () throws(Refusal) in
      try Adjudication.decide(command, by: member.id, in: context)
    }
  }

  private func refusal(
    _ command: Command, by member: Member = lead, ruled: Set<UnitID> = []
  ) -> Refusal? {
    if case .failure(let refusal) = decide(command, by: member, ruled: ruled) {
      refusal
    } else {
      nil
    }
  }

  @Test func `a lead draws some of what would be released`() throws {
    guard case .audit(let draw)? = try decide(Self.proposal()).get().first else {
      Issue.record("no draw")
      return
    }
    #expect(draw.drawn.map(\.unit) == Self.units.dropLast())
    #expect((draw.size, draw.ruled, draw.open) == (2, 5, 3))
  }

  @Test func `others do not, and nothing is drawn that is not there`() {
    #expect(refusal(Self.proposal(), by: Self.senior) == .needsRole(.lead))
    #expect(refusal(Self.proposal([], size: 0, open: 0)) == .nothingToAudit)
    #expect(refusal(Self.proposal([], size: 0)) == .auditSize(0, open: 3))
    #expect(refusal(Self.proposal(size: 4)) == .auditSize(4, open: 3))
    #expect(refusal(Self.proposal(Self.units, size: 3, open: 2)) == .auditSize(3, open: 2))
    #expect(
      refusal(Self.proposal([Self.units[0], Self.units[0]])) == .auditSize(2, open: 3))
    #expect(refusal(Self.proposal(ruled: -1)) == .auditSize(2, open: 3))
    let stranger = UnitID(item: ItemID("9"))
    #expect(refusal(Self.proposal([stranger], size: 1)) == .unknownUnit(stranger))
    let many = (0...20_000).map { UnitID(item: ItemID("\($0)")) }
    #expect(
      refusal(Self.proposal(many, size: 2, open: 30_000))
        == .auditTooLarge(20_001, limit: 20_000))
  }

  @Test func `what changed while it was drawn makes it void`() {
    let first = Self.units[0]
    #expect(refusal(Self.proposal(), ruled: [first]) == .ruledMeanwhile(first))
    #expect(refusal(Self.proposal(), ruled: [Self.units[2]]) == nil)
    #expect(refusal(Self.proposal(batch: 3)) == .ratingsChanged(batch: 4))
    #expect(refusal(Self.proposal(migrations: 0)) == .labelsChanged)
  }

  @Test(
    arguments: [
      (Seat.main, 8, 8), (.main, nil, nil), (.second, 8, nil), (.repeat, 8, nil), (.audit, 8, nil),
    ] as [(Seat, Int?, Int?)])
  func `a ruling names the draw that waited for it, whatever the caller says`(
    seat: Seat, drawn: Int?, named: Int?
  ) throws {
    let facts = UnitFacts(
      id: Self.units[0], newestBatch: 1, raters: [], kind: .label, labelsInUse: [LabelID("a")],
      route: nil, seats: [:], audit: drawn)
    var decision = Decision(
      seatID: SeatID(unit: Self.units[0], seat: seat), base: -1, batch: 1,
      outcome: .value(.label(LabelID("a"))))
    decision.audit = 3
    let bodies = try decide(.rule(decision), by: Self.senior, unit: facts).get()
    #expect(bodies.first?.decision?.audit == named)
  }
}
