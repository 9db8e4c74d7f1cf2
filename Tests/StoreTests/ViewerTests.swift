import Domain
import Store
import Testing

@Suite struct ViewerTests {
  private func queue(
    _ viewer: String?, _ index: ProjectIndex, _ limit: Limit = .all
  ) throws -> [UnitID] {
    let query = QueueQuery(
      limit: limit, order: .item, viewer: viewer.map { MemberID($0) },
      now: TestProject.genesisTime)
    let page = try index.page(query, offset: 0, count: 100)
    #expect(page.total == page.rows.count)
    #expect(try index.handles(query) == page.rows.map(\.handle))
    return page.rows.map(\.unit)
  }

  @Test func `nobody sees what they rated, in whichever question of the item`() throws {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    try project.importBatch(
      numbered([
        rating("i", "a1", "x"), rating("i", "a2", "y"),
        rating("j", "a1", "x", question: "tone"), rating("j", "a2", "x"), rating("j", "a3", "y"),
        rating("k", "a2", "x"), rating("k", "a3", "y"),
        rating("l", "a1", "x", origin: .model), rating("l", "a2", "x"), rating("l", "a3", "y"),
      ]), into: index)
    #expect(try queue(nil, index) == ["i", "j", "k", "l"].map { unit($0) })
    #expect(try queue("adj", index) == ["i", "j", "k", "l"].map { unit($0) })
    #expect(try queue("self", index) == ["k", "l"].map { unit($0) })
    let limit = try LimitParser.parse("label:x")
    #expect(try queue("self", index, limit) == ["k", "l"].map { unit($0) })
  }

  @Test func `escalated units are for leads`() throws {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    try project.importBatch(
      numbered([
        rating("i", "a2", "x"), rating("i", "a3", "y"), rating("j", "a2", "x"),
        rating("j", "a3", "y"),
      ]), into: index)
    try index.apply([try project.append(decision(unit("i"), .escalated))])
    #expect(try queue("adj", index) == [unit("j")])
    #expect(try queue("lead", index) == [unit("i"), unit("j")])
    #expect(try queue("stranger", index) == [unit("j")])
    #expect(try queue(nil, index) == [unit("i"), unit("j")])
  }

  @Test func `a route keeps units from all but those it names, and leads`() throws {
    let project = try TestProject(configurations: RandomHistory.configurations)
    try project.begin(configuration: "tiers")
    let index = try project.open()
    try index.catchUp()
    let english = [Slice(key: "lang", value: "en")]
    try project.importBatch(
      [item("i", "text", slices: english), item("j", "text"), item("k", "text")]
        + numbered([
          rating("i", "a2", "van"), rating("i", "a3", "car"),
          rating("j", "a2", "van", note: "hm"), rating("j", "a3", "car"),
          rating("k", "a2", "van"), rating("k", "a3", "car"),
        ]), into: index)
    #expect(try queue(nil, index) == ["i", "j", "k"].map { unit($0) })
    #expect(try queue("lead", index) == ["i", "j", "k"].map { unit($0) })
    #expect(try queue("adj", index) == ["j", "k"].map { unit($0) })
    #expect(try queue("self", index) == [unit("k")])
    #expect(try index.facts(unit("i"))?.route?.to == [.role(.lead)])
    #expect(try index.facts(unit("k"))?.route == nil)
    // Settings without routes open the queue again.
    try index.apply([try project.configure("plain")])
    #expect(try queue("self", index) == ["i", "j", "k"].map { unit($0) })
  }
}
