import Domain
import Store
import Testing

@Suite struct ReleaseFiguresTests {
  /// The tallies are moved by differences; the same counts come from walking every unit.
  @Test(arguments: [UInt64](61...64))
  func `what would go out equals what a walk over all units finds`(seed: UInt64) throws {
    let project = try TestProject(configurations: RandomHistory.configurations)
    try project.begin(configuration: seed.isMultiple(of: 2) ? "tiers" : "plain")
    var history = RandomHistory(seed: seed, project: project)
    history.audits = true
    let index = try project.open()
    for _ in 0..<90 {
      try history.step()
      try index.catchUp()
    }
    let figures = try index.releaseFigures(now: project.clock)
    var walked = Walk()
    try index.visitUnits { unit in
      walked.add(unit)
      return true
    }
    #expect(figures.statuses.filter { $0.value != 0 } == walked.statuses)
    #expect(Dictionary(uniqueKeysWithValues: figures.gold.map { ($0.value, $0) }) == walked.gold)
    #expect(figures.outcomes == walked.outcomes)
    #expect(
      Dictionary(uniqueKeysWithValues: figures.rulers.map { ($0.member, $0.rulings) })
        == walked.rulers)
    let tiers = Dictionary(uniqueKeysWithValues: figures.tiers.map { ($0.tier, $0) })
    #expect(tiers.mapValues(\.units) == walked.tiers)
    #expect(tiers.mapValues { $0.open + $0.escalated }.filter { $0.value > 0 } == walked.open)
    #expect(figures.units == figures.statuses.values.reduce(0, +))
  }

  private struct Walk {
    var statuses: [UnitStatus: Int] = [:]
    var gold: [Value: ReleaseFigures.GoldCount] = [:]
    var outcomes: [OutcomeKind: Int] = [:]
    var rulers: [MemberID: Int] = [:]
    var tiers: [TierID: Int] = [:]
    var open: [TierID: Int] = [:]

    mutating func add(_ unit: SettledUnit) {
      let row = unit.row
      statuses[row.status, default: 0] += 1
      if let tier = row.tier {
        tiers[tier, default: 0] += 1
        if row.status.isQueued { open[tier, default: 0] += 1 }
      }
      if let standing = row.standing, standing.status == .ruled {
        outcomes[standing.outcome.kind, default: 0] += 1
        rulers[standing.by, default: 0] += 1
      }
      switch row.status {
      case .agreed:
        guard let value = row.leads else { return }
        change(value) { count in
          if row.groups.count == 1 { count.unanimous += 1 } else { count.majority += 1 }
        }
      case .single: if let value = row.leads { change(value) { $0.single += 1 } }
      case .ruled, .doubted:
        if let value = row.standing?.outcome.value { change(value) { $0.ruled += 1 } }
      default: break
      }
    }

    private mutating func change(
      _ value: Value, _ body: (inout ReleaseFigures.GoldCount) -> Void
    ) {
      var count = gold[value] ?? ReleaseFigures.GoldCount(value: value)
      body(&count)
      gold[value] = count
    }
  }
}
