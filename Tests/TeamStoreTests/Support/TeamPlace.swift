import Dispatch
import Domain
import Ledger
import TeamStore
import TestSupport
import Testing

/// A project of one test, in a schema of its own on the server that all tests share.
struct TeamPlace {
  let server: PostgresServer
  let schema: String
  static let project = OperationID(high: 1, low: 2)

  /// nil where there is no PostgreSQL; a line was printed.
  init?(on server: PostgresServer? = PostgresServer.shared()) throws {
    guard let server else { return nil }
    self.server = server
    schema = server.newSchema()
  }

  func pool(as user: String = "lena", times: ServerTimes = ServerTimes()) throws -> ConnectionPool {
    ConnectionPool(try ServerAddress(server.address(as: user, schema: schema)), times: times)
  }

  /// Makes the schema with an empty log.
  func make() throws {
    _ = try TeamSchema(pool()).create(Self.project)
  }

  /// Makes it with its founder and two adjudicators, each a user of the database.
  @discardableResult
  func found() throws -> PostgresEventStore {
    try make()
    let store = try store()
    let drafts = [
      draft(.genesis(Genesis(project: Self.project, name: "team")), by: "lena"),
      draft(
        .role(Member(id: MemberID("lena"), user: "lena", roles: [.lead, .adjudicator])),
        by: "lena"),
      draft(
        .role(
          Member(
            id: MemberID("ruth"), user: "ruth", roles: [.adjudicator],
            annotators: [AnnotatorID("A7")])), by: "lena"),
      draft(.role(Member(id: MemberID("otto"), user: "otto", roles: [.adjudicator])), by: "lena"),
      draft(.role(Member(id: MemberID("vera"), user: "vera", roles: [.observer])), by: "lena"),
    ]
    guard case .appended = try store.append(drafts, expecting: .empty) else {
      throw PostgresServer.Missing(reason: "the founding was a conflict")
    }
    return store
  }

  func store(
    as user: String = "lena", known: [Head] = [], times: ServerTimes = ServerTimes(),
    manner: PostgresEventStore.Manner = .asMember
  ) throws -> PostgresEventStore {
    try PostgresEventStore(
      pool(as: user, times: times), project: Self.project, known: known, manner: manner)
  }

  func draft(_ body: EventBody, by actor: String) -> EventDraft {
    EventDraft(
      operation: OperationID(
        high: UInt64.random(in: 0...UInt64.max), low: UInt64.random(in: 0...UInt64.max)),
      at: Instant(milliseconds: 1_800_000_000_000), actor: MemberID(actor), isSandbox: false,
      body: body)
  }

  func comment(_ text: String, by actor: String) -> EventDraft {
    draft(.comment(Remark(unit: UnitID(item: ItemID("t1")), text: text, isRaised: true)), by: actor)
  }

  func ruling(
    _ item: String, base: Int = -1, outcome: Outcome = .value(.label(LabelID("yes"))),
    by actor: String
  ) -> EventDraft {
    let seat = SeatID(unit: UnitID(item: ItemID(item)), seat: .main)
    return draft(
      .decision(Decision(seatID: seat, base: base, batch: 0, outcome: outcome)), by: actor)
  }

  /// Statements in the schema.
  @discardableResult
  func sql(_ text: String, as user: String = "postgres") throws -> [String] {
    try server.sql("SET search_path = \(schema), pg_temp; \(text)", as: user)
  }
}

extension TeamPlace {
  /// Holds the head's lock in a transaction of somebody else's, for some seconds.
  ///
  /// When this returns, it is held; the answer comes when it is free again.
  func holdHead(for seconds: Double) throws -> Answer<Void> {
    let ended = Answer<Void>()
    DispatchQueue.global().async {
      ended.set(
        Result {
          _ = try sql("BEGIN; SELECT * FROM head FOR UPDATE; SELECT pg_sleep(\(seconds)); COMMIT")
        })
    }
    let asleep =
      "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND query LIKE '%\(schema)%'"
    while try server.sql(asleep).isEmpty {}
    return ended
  }
}
