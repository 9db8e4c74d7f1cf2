import Domain
import Store
import Testing

/// Lists gathered under headings hold the same rows as lists without, each group in the list's order.
@Suite struct GroupedListTests {
  private func index(seed: UInt64) throws -> (ProjectIndex, TestProject) {
    let project = try TestProject(configurations: RandomHistory.configurations)
    try project.begin(configuration: "tiers")
    var history = RandomHistory(seed: seed, project: project)
    history.audits = true
    for _ in 0..<70 { try history.step() }
    let index = try project.open()
    try index.catchUp()
    return (index, project)
  }

  @Test(arguments: QueueGrouping.allCases)
  func `groups part the list and keep its order`(grouping: QueueGrouping) throws {
    for order in [QueueOrder.policy(.gain), .policy(.lowestAgreement), .item, .due] {
      let (index, project) = try index(seed: 5)
      var query = QueueQuery(order: order, now: project.clock)
      let plain = try index.handles(query)
      query.grouping = grouping
      let list = try index.list(query)
      try #require(list.handles.count > 8)
      #expect(Set(list.handles) == Set(plain))
      #expect(list.handles.count == plain.count)
      #expect(Set(list.groups.map(\.key)).count == list.groups.count)
      #expect(list.groups.reduce(0) { $0 + $1.count } == plain.count)
      let page = try index.page(query, offset: 0, count: 5)
      #expect(page.rows.map(\.handle) == Array(list.handles.prefix(5)))
      #expect(page.groups == list.groups)
      #expect(page.overdue == list.groups.reduce(0) { $0 + $1.overdue })
      let places = Dictionary(uniqueKeysWithValues: plain.enumerated().map { ($1, $0) })
      var start = 0
      for group in list.groups {
        let part = list.handles[start..<start + group.count].compactMap { places[$0] }
        #expect(part == part.sorted(), "within a group the order is the list's")
        start += group.count
        // The group alone is found by its key, and what comes next within it.
        var alone = QueueQuery(order: order, now: project.clock)
        alone.group = group.key
        #expect(try index.handles(alone) == part.map { plain[$0] })
        #expect(try index.next(alone, skipping: [])?.handle == part.first.map { plain[$0] })
      }
    }
  }

  @Test func `pairs are named by their values, the most frequent first`() throws {
    let (index, project) = try index(seed: 9)
    let query = QueueQuery(now: project.clock, grouping: .pair)
    let list = try index.list(query)
    let rows = try index.rows(list.handles, now: project.clock)
    var start = 0
    for group in list.groups {
      for row in rows[start..<start + group.count] {
        #expect(
          Set(group.values)
            == Set([row.leads, row.against].compactMap(\.self)).filter { _ in
              row.against != nil
            })
        #expect(row.unit.question == group.question)
      }
      start += group.count
    }
    let sizes = list.groups.filter { !$0.values.isEmpty }.map(\.count)
    #expect(sizes == sizes.sorted(by: >))
    let names = try index.units(Array(list.handles.prefix(3)))
    #expect(names == rows.prefix(3).map(\.unit))
  }
}
