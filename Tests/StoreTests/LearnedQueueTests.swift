import Domain
import Store
import Testing

/// The models of annotators behind the queue.
@Suite struct LearnedQueueTests {
  /// Two know vans; three take every other van for a car, and are the majority there. Of each kind
  /// somebody slips now and then.
  private func project(items: Int = 60) throws -> (TestProject, ProjectIndex) {
    let project = try TestProject(configurations: RandomHistory.configurations)
    try project.begin(configuration: "plain")
    let index = try project.open()
    try index.catchUp()
    try project.importBatch(votes(0..<items), into: index)
    return (project, index)
  }

  private func truth(_ item: Int) -> String { item.isMultiple(of: 3) ? "van" : "car" }

  private func votes(_ items: Range<Int>) -> [BatchRecord] {
    var records: [BatchRecord] = []
    for item in items {
      let name = "i\(item + 100)"
      let truth = truth(item)
      let taken = truth == "van" && item % 2 == 0 ? "car" : truth
      records.append(rating(name, "able", item % 20 == 7 ? "car" : truth))
      records.append(rating(name, "good", item % 20 == 11 ? "van" : truth))
      records.append(rating(name, "poor", item % 10 == 1 ? "van" : taken))
      records.append(rating(name, "poorer", item % 10 == 3 ? "van" : taken))
      records.append(rating(name, "poorest", taken))
    }
    return numbered(records)
  }

  private func rule(_ item: Int, _ project: TestProject, _ label: String) throws -> [Event] {
    [try project.append(decision(unit("i\(item + 100)"), .value(.label(LabelID(label)))))]
  }

  private func rows(
    _ index: ProjectIndex, _ project: TestProject, _ order: QueueOrder = .policy(.gain),
    limit: String = ""
  ) throws -> [QueueRow] {
    let query = QueueQuery(
      limit: try LimitParser.parse(limit), order: order, now: project.clock)
    return try index.page(query, offset: 0, count: 10_000).rows
  }

  @Test func `rulings teach who is right, and what goes out follows`() throws {
    let (project, index) = try project()
    #expect(try index.summary(now: project.clock).learning == .votes(.unfitted))
    let before = try rows(index, project)
    #expect(before.allSatisfy { $0.policy == ExpectedGain.policyName })
    #expect(try index.learn() == .models(annotators: 5, rulings: 0))
    var turned: [QueueEffect.Turn] = []
    var moved = 0
    let vans = (0..<60).filter { truth($0) == "van" && $0 % 2 == 0 }
    for item in vans.prefix(4) {
      try index.apply(try rule(item, project, "van"))
      guard case .followed(let effect) = try index.followLearning() else {
        Issue.record("the models did not follow")
        return
      }
      turned += effect.turned
      moved += effect.moved
    }
    #expect(moved > 0)
    #expect(
      turned.contains { $0.from == .label(LabelID("car")) && $0.to == .label(LabelID("van")) })
    #expect(
      try index.summary(now: project.clock).learning == .models(annotators: 5, rulings: 4))
    // Three of five say car; the models know better, and say whose word it is.
    var sources: [UnitID: ModelledValue] = [:]
    try index.visitUnits { unit in
      sources[unit.row.unit] = unit.released
      #expect(unit.row.policy == QueueLearning.modelPolicyName)
      return true
    }
    for item in vans.prefix(4) { #expect(sources[unit("i\(item + 100)")] == nil) }
    for item in vans.dropFirst(4) {
      let released = try #require(sources[unit("i\(item + 100)")])
      #expect(released.value == .label(LabelID("van")), "\(item)")
      #expect(released.source == .model)
      let sum = released.shares.reduce(0) { $0 + $1.probability }
      #expect((0.9999...1.0001).contains(sum))
      #expect(released.shares.first?.value == released.value)
    }
  }

  @Test func `lists, limits, groups and places go by the models`() throws {
    let (project, index) = try project()
    try index.learn()
    let all = try rows(index, project)
    try #require(all.count > 15)
    for (left, right) in zip(all, all.dropFirst()) { #expect(left.gain >= right.gain) }
    let query = QueueQuery(now: project.clock)
    #expect(try index.handles(query) == all.map(\.handle))
    #expect(try index.page(query, offset: 5, count: 6).rows == Array(all[5..<11]))
    #expect(try index.next(query, skipping: [all[0].unit]) == all[1])
    for (place, row) in all.enumerated() {
      let dossier = try #require(try index.dossier(row.unit.item, now: project.clock))
      #expect(dossier.units.first?.rank == place + 1)
      #expect(dossier.units.first?.row == row)
    }
    let middle = all[all.count / 2].gain
    let limited = try rows(index, project, limit: "gain>\(middle)")
    #expect(limited == all.filter { $0.gain > middle })
    #expect(limited.count > 0 && limited.count < all.count)
    let stratified = try rows(index, project, .policy(.stratified))
    #expect(Set(stratified) == Set(all))
    // Nobody else's queue is another one where routes send nothing.
    let own = QueueQuery(viewer: MemberID("adj"), now: project.clock)
    #expect(try index.page(own, offset: 0, count: 100).rows == all)
  }

  @Test func `why adds up to how likely each value is`() throws {
    let (project, index) = try project()
    try index.learn()
    for item in [0, 6, 12, 18] { try index.apply(try rule(item, project, "van")) }
    _ = try index.followLearning()
    let open = try rows(index, project)
    for row in open.prefix(10) {
      let dossier = try #require(try index.dossier(row.unit.item, now: project.clock))
      let reason = try #require(dossier.units.first?.reason)
      #expect(reason.wrong == row.wrong && reason.gain == row.gain)
      #expect(reason.votes.count == row.ratings)
      let released = try #require(try released(row.unit, index))
      let total = reason.votes.reduce(reason.rest) { $0 + $1.weight }
      let first = try #require(released.shares.first { $0.value == reason.released })
      let second = try #require(released.shares.first { $0.value == reason.rival })
      #expect(released.value == reason.released)
      let odds = first.probability / second.probability
      #expect((reason.factor / odds - 1).magnitude < 0.001)
      #expect(total.isFinite && (total > 0) == (reason.factor > 1))
    }
  }

  private func released(_ unit: UnitID, _ index: ProjectIndex) throws -> ModelledValue? {
    var found: ModelledValue?
    try index.visitUnits { settled in
      if settled.row.unit == unit { found = settled.released }
      return true
    }
    return found
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `after any history the queue is what a fresh fit makes it`(seed: UInt64) throws {
    let project = try TestProject(configurations: RandomHistory.configurations)
    try project.begin(configuration: "tiers")
    let index = try project.open()
    var history = RandomHistory(seed: seed, project: project)
    var fits = 0
    var steps = 0
    for _ in 0..<80 {
      try history.step()
      try index.catchUp()
      switch try index.followLearning() {
      case .followed: steps += 1
      case .unfitted:
        fits += 1
        try index.learn()
      case .busy: Issue.record("nobody else is at it")
      }
      // Figures of units that are gone or settled order nothing.
      let shown = try rows(index, project)
      #expect(shown.count == (try index.summary(now: project.clock)).open)
      for (left, right) in zip(shown, shown.dropFirst()) { #expect(left.gain >= right.gain) }
      #expect(try index.next(QueueQuery(now: project.clock), skipping: []) == shown.first)
    }
    #expect(fits > 1 && steps > 1)
    let followed = try index.summary(now: project.clock).learning
    let fresh = try project.open("fresh.sqlite")
    try fresh.catchUp()
    #expect(try fresh.learn() == followed)
    try index.learn(isFresh: true)
    let (one, other) = (try rows(index, project), try rows(fresh, project))
    #expect(one.map(\.unit) == other.map(\.unit))
    #expect(one.map(\.gain) == other.map(\.gain))
    // What is derived for good knows nothing of them.
    #expect(try index.dump() == fresh.dump())
  }

  @Test func `tables that were made anew are not mixed up with those before`() throws {
    let (project, index) = try project()
    try index.learn()
    try index.rebuild()
    #expect(try index.followLearning() == .unfitted)
    #expect(try index.summary(now: project.clock).learning == .votes(.unfitted))
    try index.learn()
    #expect(try index.followLearning() == .followed(QueueEffect()))
  }

  @Test func `new ratings ask for a fit that begins with what was known`() throws {
    let (project, index) = try project()
    try index.learn()
    try index.apply(try rule(0, project, "van"))
    _ = try index.followLearning()
    try project.importBatch(votes(60..<80), into: index)
    #expect(try index.followLearning() == .unfitted)
    #expect(try index.learn() == .models(annotators: 5, rulings: 1))
    #expect(try rows(index, project).contains { $0.unit == unit("i172") })
  }

  @Test func `votes that nobody signed, and texts, are not for models`() throws {
    for (records, reason) in [
      (
        numbered([rating("i1", nil, "car"), rating("i1", nil, "van")]), QueueLearning.Reason.unnamed
      ),
      (numbered([rating("i1", "a", "car"), rating("i2", "a", "van")]), .unnamed),
      (
        numbered(
          ["a", "b"].map { name in
            BatchRecord.rating(
              Rating(
                unit: unit("i1"), annotator: AnnotatorID(name), value: .text("said \(name)"),
                origin: .person), ordinal: 0)
          }), .values
      ),
    ] {
      let project = try TestProject(configurations: RandomHistory.configurations)
      try project.begin(configuration: "plain")
      let index = try project.open()
      try index.catchUp()
      try project.importBatch(records, into: index)
      #expect(try index.learn() == .votes(reason))
      let shown = try rows(index, project)
      #expect(shown.allSatisfy { $0.policy == ExpectedGain.policyName })
    }
  }

  @Test func `several rulings at once are one step, whoever made them`() throws {
    let (project, index) = try project()
    try index.learn()
    var events: [Event] = []
    for item in [0, 6, 12, 18] { events += try rule(item, project, "van") }
    try index.apply(events)
    // Until they are followed, the figures are not those of these tables.
    #expect(try rows(index, project).allSatisfy { $0.policy == ExpectedGain.policyName })
    guard case .followed(let effect) = try index.followLearning() else {
      Issue.record("the models did not follow")
      return
    }
    #expect(Set(effect.turned.map(\.unit)).count == effect.turned.count)
    let own = Set(events.compactMap(\.body.decision?.seatID.unit))
    #expect(effect.turned.allSatisfy { !own.contains($0.unit) })
    #expect(effect.moved <= 60)
    #expect(try rows(index, project).allSatisfy { $0.policy == QueueLearning.modelPolicyName })
    // What is ruled goes out for that: models say nothing of it.
    let dossier = try #require(try index.dossier(ItemID("i100"), now: project.clock))
    #expect(dossier.units.first?.reason == nil)
  }

  @Test func `numbers beyond all scales have no models`() throws {
    let project = try TestProject(configurations: RandomHistory.configurations)
    try project.begin(configuration: "plain")
    let index = try project.open()
    try index.catchUp()
    let values = ["1234567890123e300", "1", "2", "1"]
    let records = numbered(
      try values.enumerated().map { place, text in
        BatchRecord.rating(
          Rating(
            unit: unit("i\(place / 2)"), annotator: AnnotatorID(place % 2 == 0 ? "a" : "b"),
            value: .number(try #require(Number(text))), origin: .person), ordinal: 0)
      })
    try project.importBatch(records, into: index)
    #expect(try index.learn() == .votes(.values))
  }

  @Test func `what an audit drew goes before all others, and the models say nothing of it`() throws
  {
    let (project, index) = try project()
    try index.learn()
    let before = try rows(index, project)
    // The last of the queue, and one that nobody contests.
    let last = try #require(before.last).unit
    let drawn = [last, unit("i102")]
    try project.append(
      .audit(
        AuditDraw(
          size: 2, seed: 5, ruled: 0, open: 60, batch: project.batchCount,
          drawn: drawn.map {
            ReleasedValue(unit: $0, value: .label(LabelID("car")), source: .unanimous)
          })))
    try index.catchUp()
    _ = try index.followLearning()
    let after = try rows(index, project)
    #expect(Set(after.prefix(2).map(\.unit)) == Set(drawn))
    #expect(after.dropFirst(2).map(\.unit) == before.map(\.unit).filter { $0 != last })
    #expect(after.dropFirst(2).allSatisfy { $0.policy == QueueLearning.modelPolicyName })
    for (place, row) in after.enumerated() {
      let unit = try #require(
        try index.dossier(row.unit.item, now: project.clock)?.units.first)
      #expect(unit.rank == (place < 2 ? nil : place + 1))
      #expect((unit.reason == nil) == (place < 2))
      if place < 2 { #expect(row.gain == 0 && row.wrong == 0) }
    }
  }
}
