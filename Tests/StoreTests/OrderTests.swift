import Domain
import Store
import Testing

@Suite struct OrderTests {
  private func project(seed: UInt64) throws -> TestProject {
    let project = try TestProject(configurations: RandomHistory.configurations)
    try project.begin(configuration: "tiers")
    var history = RandomHistory(seed: seed, project: project)
    for _ in 0..<70 { try history.step() }
    return project
  }

  private func hash(_ unit: UnitID) -> UInt64 {
    let project = OperationID(high: 1, low: 2).hex
    return SeededOrder.hash(project, unit.item.text, unit.question.text)
  }

  @Test(arguments: [
    QueueOrder.policy(.gain), .policy(.lowestAgreement), .policy(.oldest), .item, .due,
  ])
  func `rows stand in the order asked for, ties by hash`(order: QueueOrder) throws {
    let project = try project(seed: 5)
    let index = try project.open()
    try index.catchUp()
    let query = QueueQuery(order: order, now: project.clock)
    let rows = try index.page(query, offset: 0, count: 1000).rows
    try #require(rows.count > 8)
    for (left, right) in zip(rows, rows.dropFirst()) {
      #expect(isInOrder(left, right, order), "\(left.unit) before \(right.unit)")
    }
    // Pages, handles and the head agree with the whole list.
    #expect(
      try index.page(query, offset: 3, count: 4).rows.map(\.unit)
        == rows[3..<7].map(\.unit))
    let handles = try index.handles(query)
    #expect(handles == rows.map(\.handle))
    #expect(try index.rows(handles, now: project.clock) == rows)
    #expect(try index.next(query, skipping: [rows[0].unit, rows[1].unit]) == rows[2])
  }

  private func isInOrder(_ left: QueueRow, _ right: QueueRow, _ order: QueueOrder) -> Bool {
    let ties = hash(left.unit) <= hash(right.unit)
    switch order {
    case .policy(.gain), .policy(.stratified):
      return left.gain > right.gain || (left.gain == right.gain && ties)
    case .policy(.lowestAgreement):
      let (a, b) = (left.agreement ?? 2, right.agreement ?? 2)
      return a < b || (a == b && ties)
    case .policy(.oldest):
      return left.since < right.since || (left.since == right.since && ties)
    case .item: return left.unit < right.unit
    case .due:
      let (a, b) = (left.due?.milliseconds ?? .max, right.due?.milliseconds ?? .max)
      return a < b || (a == b && ties)
    }
  }

  @Test func `stratified takes the best of each leading label in turn`() throws {
    let project = try project(seed: 6)
    let index = try project.open()
    try index.catchUp()
    let now = project.clock
    let byGain = try index.page(QueueQuery(now: now), offset: 0, count: 1000).rows
    let query = QueueQuery(order: .policy(.stratified), now: now)
    let rows = try index.page(query, offset: 0, count: 1000).rows
    #expect(Set(rows) == Set(byGain))
    var taken: [Value?: Int] = [:]
    var rounds: [Int] = []
    for row in rows {
      rounds.append(taken[row.leads, default: 0])
      taken[row.leads, default: 0] += 1
    }
    #expect(rounds == rounds.sorted())
    for (lead, count) in taken {
      #expect(
        rows.filter { $0.leads == lead }.map(\.unit)
          == byGain.filter { $0.leads == lead }.prefix(count).map(\.unit))
    }
    #expect(try index.page(query, offset: 2, count: 3).rows == Array(rows[2..<5]))
    #expect(try index.next(query, skipping: []) == rows.first)
  }

  @Test(arguments: QueuePolicy.allCases)
  func `the rank of a unit is its place in the project's order`(policy: QueuePolicy) throws {
    var configurations = RandomHistory.configurations
    for name in configurations.keys { configurations[name]?.queue.policy = policy }
    let project = try TestProject(configurations: configurations)
    try project.begin(configuration: "plain")
    var history = RandomHistory(seed: 8, project: project)
    for _ in 0..<60 { try history.step() }
    let index = try project.open()
    try index.catchUp()
    let query = QueueQuery(order: .policy(policy), now: project.clock)
    let rows = try index.page(query, offset: 0, count: 1000).rows
    try #require(rows.count > 5)
    for (place, row) in rows.enumerated() {
      let dossier = try index.dossier(row.unit.item, now: project.clock)
      #expect(dossier?.unit(row.unit.question)?.rank == place + 1)
    }
  }

  /// Not import order, which would put the first file's items first for ever.
  @Test func `units that are alike in everything stand in the same order however they came in`()
    throws
  {
    let names = (0..<20).map { "item-\($0)" }
    var orders: [[UnitID]] = []
    for names in [names, names.reversed()] {
      let project = try TestProject()
      try project.begin()
      let index = try project.open()
      try index.catchUp()
      for name in names {
        try project.importBatch(
          [rating(name, "a", "x"), rating(name, "b", "y", ordinal: 1)], into: index)
      }
      let rows = try index.page(QueueQuery(now: project.clock), offset: 0, count: 50).rows
      orders.append(rows.map(\.unit))
    }
    #expect(orders[0] == orders[1])
    #expect(orders[0] != orders[0].sorted())
  }
}
