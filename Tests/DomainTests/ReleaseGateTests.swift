import Domain
import Testing

struct ReleaseGateTests {
  private func configuration(
    _ change: (inout GateSettings) -> Void = { _ in }
  ) -> ProjectConfiguration {
    var configuration = ProjectConfiguration(name: "p")
    configuration.tiers = [
      Tier(id: TierID("high"), cost: Number(5)), Tier(id: TierID("low"), cost: Number(1)),
      Tier(id: TierID("said"), cost: Number(2), reason: .required),
    ]
    change(&configuration.gate)
    return configuration
  }

  private var figures: ReleaseFigures {
    var figures = ReleaseFigures()
    figures.statuses = [.agreed: 60, .ruled: 25, .open: 10, .escalated: 3, .single: 2]
    figures.tiers = [
      .init(tier: TierID("high"), units: 50, open: 4, escalated: 1, overdue: 2),
      .init(tier: TierID("low"), units: 40, open: 6, escalated: 2, overdue: 0),
      .init(tier: TierID("said"), units: 10, open: 0, escalated: 0, overdue: 0),
    ]
    var count = ReleaseFigures.GoldCount(value: .label(LabelID("a")))
    count.unanimous = 60
    count.ruled = 20
    count.single = 2
    figures.gold = [count]
    figures.outcomes = [.value: 20, .ambiguous: 4, .notAnnotatable: 1]
    figures.rulers = [
      .init(member: MemberID("x"), rulings: 15), .init(member: MemberID("y"), rulings: 10),
    ]
    figures.agreement = [
      .init(
        question: .label, alpha: .init(value: 0.71, low: 0.65, high: 0.77),
        lowest: .label(LabelID("a")), lowestAlpha: .init(value: 0.58, low: 0.45, high: 0.7))
    ]
    return figures
  }

  private func gate(
    _ change: (inout GateSettings) -> Void = { _ in },
    log: ReleaseGate.LogStanding = .verified(events: 9), isSandbox: Bool = false
  ) -> ReleaseGate {
    ReleaseGate(
      figures, configuration(change), log: log, settingsDiffer: false, isSandbox: isSandbox)
  }

  private func state(_ kind: GateCheck.Kind, _ gate: ReleaseGate) -> GateCheck.State? {
    gate.checks.first { $0.kind == kind }?.state
  }

  @Test func `without bars only what always holds is asked for`() {
    let gate = gate()
    #expect(gate.barred.map(\.kind) == [.log, .settings, .identity])
    #expect(gate.failing.isEmpty)
    #expect(state(.open, gate) == .noBar)
  }

  @Test func `the costliest tier, those that want reasons and those that have a bar are checked`() {
    let tiers = { (gate: ReleaseGate) in
      Set(
        gate.checks.compactMap { check -> String? in
          if case .tierSettled(let tier) = check.kind { tier.text } else { nil }
        })
    }
    #expect(tiers(gate()) == ["high", "said"])
    let low = GateSettings.TierShare(tier: TierID("low"), share: Number(1))
    #expect(tiers(gate { $0.tierSettled = [low] }) == ["high", "low", "said"])
  }

  @Test func `bars are reached, missed, or nearly missed`() throws {
    let gate = gate {
      $0.open = 9
      $0.escalated = 3
      $0.flagged = 0
      $0.alpha = Number("0.6")
      $0.labelAlpha = Number("0.5")
      $0.ruledByOne = Number("0.6")
      $0.ambiguous = Number("0.5")
      $0.tierSettled = [.init(tier: TierID("high"), share: Number(1))]
    }
    #expect(state(.open, gate) == .fails)
    #expect(state(.escalated, gate) == .close)
    #expect(state(.flagged, gate) == .passes)
    #expect(state(.alpha, gate) == .passes)
    #expect(state(.lowestLabel, gate) == .close, "its interval goes below the bar")
    #expect(state(.ruledByOne, gate) == .close)
    #expect(state(.ambiguous, gate) == .passes)
    #expect(state(.tierSettled(TierID("high")), gate) == .fails)
    let tier = try #require(gate.checks.first { $0.kind == .tierSettled(TierID("high")) })
    #expect(tier.figure == .share(0.9))
    #expect(tier.units == 5)
    #expect(tier.limit?.text == "tier:high")
    #expect(gate.checks.first?.state == .fails)
  }

  @Test func `an audit passes by its lower limit, when it is complete and speaks of all`() {
    var audit = AuditStanding(seq: 4, size: 60, ruled: 60, right: 59, missing: 0)
    audit.accuracy = 0.99
    audit.least = 0.97
    func check(_ audit: AuditStanding?, bar: String? = "0.97") -> GateCheck? {
      var figures = figures
      figures.audit = audit
      let gate = ReleaseGate(
        figures, configuration { $0.auditAccuracy = bar.flatMap { Number($0) } },
        log: .verified(events: 9), settingsDiffer: false, isSandbox: false)
      return gate.checks.first { $0.kind == .audit }
    }
    #expect(check(audit)?.state == .passes)
    #expect(check(audit)?.figure == .coefficient(0.97, low: nil))
    #expect(check(audit, bar: "0.98")?.state == .fails)
    #expect(check(audit, bar: nil)?.state == .noBar)
    #expect(check(nil)?.state == .fails)
    #expect(check(nil, bar: nil) == nil)
    var waiting = audit
    waiting.ruled = 59
    waiting.missing = 1
    #expect(check(waiting)?.state == .fails)
    #expect(check(waiting)?.figure == .undefined("it waits for 1 ruling"))
    #expect(check(waiting)?.units == 1)
    #expect(check(waiting)?.limit?.text == "audit:*")
    var old = audit
    old.batchesSince = 1
    #expect(check(old)?.state == .fails)
    audit.rulingsSince = 9
    #expect(check(audit)?.state == .passes)
  }

  @Test func `a figure that there is not fails its bar`() {
    let undefined = ReleaseFigures.Coefficient(value: nil, reason: "No unit has two ratings.")
    var figures = figures
    figures.agreement = [
      .init(question: .label, alpha: undefined, lowest: nil, lowestAlpha: undefined)
    ]
    let gate = ReleaseGate(
      figures, configuration { $0.alpha = Number("0.6") }, log: .verified(events: 1),
      settingsDiffer: false, isSandbox: false)
    #expect(state(.alpha, gate) == .fails)
    #expect(state(.lowestLabel, gate) == nil)
  }

  @Test func `a log in doubt, settings that differ and a sandbox hold it up`() {
    #expect(state(.log, gate(log: .damaged(3))) == .fails)
    #expect(state(.log, gate(log: .checking(3))) == .fails)
    #expect(state(.identity, gate(isSandbox: true)) == .fails)
    let gate = ReleaseGate(
      figures, configuration(), log: .verified(events: 1), settingsDiffer: true, isSandbox: false)
    #expect(state(.settings, gate) == .fails)
  }

  @Test func `what goes out and what is left out add up`() {
    #expect(figures.units == 100)
    #expect(figures.released == 87)
    #expect(figures.leftOut == 13)
    #expect(figures.withoutValue == 1)
    #expect(figures.rulings == 25)
  }
}
