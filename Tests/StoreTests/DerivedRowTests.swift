import Domain
import Store
import Testing

@Suite struct DerivedRowTests {
  @Test(arguments: [UInt64](61...66))
  func `every row says what follows from batches and log`(seed: UInt64) throws {
    let project = try TestProject(configurations: RandomHistory.configurations)
    try project.begin(configuration: seed.isMultiple(of: 2) ? "tiers" : "plain")
    var history = RandomHistory(seed: seed, project: project)
    let index = try project.open()
    for _ in 0..<120 {
      try history.step()
      try index.catchUp()
    }
    let model = PlainModel(project)
    let doubts = PlainDoubts(project)
    #expect(!doubts.newRatings.isEmpty)
    let state = project.state()
    var statuses: [UnitStatus: Int] = [:]
    var ratings = 0
    var pairs: [QuestionID: [Set<Value>: Int]] = [:]
    try index.visitUnits { unit in
      let row = unit.row
      let inForce = unit.ratings.filter(\.isInForce).map(\.reference)
      let expected = (model.inForce[row.unit] ?? []).map(\.reference)
      #expect(Set(inForce) == Set(expected), "\(row.unit)")
      let counts = model.counts(row.unit)
      #expect(counts == row.groups.reduce(into: [:]) { $0[$1.value] = $1.votes }, "\(row.unit)")
      #expect(row.groups.map(\.votes) == row.groups.map(\.votes).sorted(by: >))
      let gain = model.gain(row.groups, row.unit.question)
      #expect(row.gain == gain.gain, "\(row.unit)")
      #expect(row.wrong == gain.wrong, "\(row.unit)")
      #expect(row.standing == state.seats[SeatID(unit: row.unit, seat: .main)])
      #expect(row.newRatings == doubts.newRatings[row.unit] ?? [] || row.doubt == nil)
      let status = Self.status(row, state, doubts, model.configuration)
      #expect(row.status == status, "\(row.unit)")
      statuses[row.status, default: 0] += 1
      ratings += row.ratings
      for (place, group) in row.groups.enumerated() where row.status.isQueued {
        for other in row.groups[..<place] {
          pairs[row.unit.question, default: [:]][[group.value, other.value], default: 0] += 1
        }
      }
      return true
    }
    let summary = try index.summary(now: project.clock)
    #expect(summary.statuses.filter { $0.value > 0 } == statuses)
    #expect(summary.ratings == ratings)
    #expect(summary.units == statuses.values.reduce(0, +))
    for question in summary.questions {
      let cells = try index.openPairs(question)
      let found = cells.reduce(into: [:]) {
        $0[[$1.first, $1.second] as Set, default: 0] += $1.count
      }
      #expect(found == pairs[question] ?? [:])
    }
  }

  private static func status(
    _ row: QueueRow, _ state: ProjectState, _ doubts: PlainDoubts,
    _ configuration: ProjectConfiguration
  ) -> UnitStatus {
    let second = state.seats[SeatID(unit: row.unit, seat: .second)]
    switch row.standing?.status {
    case .ruled:
      if let second, second.status == .ruled, second.outcome != row.standing?.outcome {
        return .escalated
      }
      // What the log names is stronger than votes.
      let newest = doubts.newRatings[row.unit]?.last
      let doubt =
        state.doubts[SeatID(unit: row.unit, seat: .main)]
        ?? newest.map { .ratings(batch: $0.batch) }
      #expect(row.doubt == doubt)
      return doubt == nil ? .ruled : .doubted
    case .escalated: return .escalated
    case .reopened: return .open
    default: break
    }
    if row.isFlagged { return .open }
    if row.ratings < 2 { return row.ratings == 0 ? .unrated : .single }
    let isBelow = (row.agreement ?? 0) < configuration.queue.below.double
    return isBelow ? .open : .agreed
  }
}
