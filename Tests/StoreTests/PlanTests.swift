import Domain
import GRDB
import Testing

@testable import Store

@Suite struct PlanTests {
  /// The first page must cost the same at ten million ratings as at a thousand.
  @Test(arguments: [
    QueueOrder.policy(.gain), .policy(.lowestAgreement), .policy(.oldest), .item, .due,
  ])
  func `the first page of the open queue walks an index and sorts nothing`(
    order: QueueOrder
  ) throws {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    for viewer in [nil, MemberID("adj"), MemberID("lead")] {
      let query = QueueQuery(order: order, viewer: viewer, now: project.clock)
      let plan = try index.pool.read { database in
        let selection = try UnitSelection(query, database)
        let request: SQLRequest<Int64> = selection.walk(SQL("u.id"), first: 50)
        let statement = try request.makePreparedRequest(database).statement
        return try Row.fetchAll(
          database, sql: "EXPLAIN QUERY PLAN " + statement.sql, arguments: statement.arguments
        ).map { $0["detail"] as String }
      }
      #expect(
        plan.contains { $0.contains("USING INDEX unit_") || $0.contains("COVERING INDEX unit_") },
        "\(plan)")
      #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }
  }

  /// A hundred rulings are looked up for one item, however many there are.
  @Test func `a ruling is found by its position without looking at others`() throws {
    let project = try TestProject()
    try project.begin()
    let index = try project.open()
    try index.catchUp()
    let plan = try index.pool.read { database in
      try Row.fetchAll(
        database, sql: "EXPLAIN QUERY PLAN " + PrecedentSearch.ruling, arguments: [1, 2, 3, 4]
      ).map { $0["detail"] as String }
    }
    #expect(plan.count == 3)
    #expect(plan.contains { $0.contains("seat_seq (seq=?)") }, "\(plan)")
    #expect(plan.allSatisfy { $0.hasPrefix("SEARCH") }, "\(plan)")
  }
}
