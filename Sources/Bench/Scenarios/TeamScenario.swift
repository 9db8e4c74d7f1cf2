import Dispatch
import Domain
import Foundation
import Ledger
import Synchronization
import TeamStore

/// Writers on one PostgreSQL log beside pgbench's single-row insert on the same server.
///
/// Wants `TIEBREAK_BENCH_SERVER`, the address of an empty database; `docs/benchmarks/team.sh` starts one.
struct TeamScenario: Scenario {
  static let name = "team"
  private static let appends = 800

  func measure(in workplace: Workplace) throws -> [Figure] {
    guard let server = ProcessInfo.processInfo.environment["TIEBREAK_BENCH_SERVER"] else {
      Stream.complain("team: no TIEBREAK_BENCH_SERVER, so nothing is measured")
      return []
    }
    var figures: [Figure] = []
    for writers in [1, 8] {
      let log = try TeamLog(on: server)
      let ours = try log.append(Self.appends, writers: writers)
      let alone = try inserts(Self.row, on: server, clients: writers, in: workplace)
      let behind = try inserts(Self.shared + Self.row, on: server, clients: writers, in: workplace)
      try log.remove()
      let rate = Double(Self.appends) / ours.seconds
      figures.append(
        Figure(
          name: "team, \(writers) writing", size: "empty log", unit: .perSecond, value: rate,
          yardstick: "pgbench, one row", base: alone, counts: "\(ours.conflicts) decided again"))
      figures.append(
        Figure(
          name: "the same", size: "\(writers) writing", unit: .perSecond, value: rate,
          yardstick: "pgbench, one row and a shared one", base: behind))
    }
    return figures
  }

  /// A row of as many bytes as a ruling has.
  private static let row = "INSERT INTO bench_row (line) VALUES (repeat('x', 600));"
  /// What every log in order has besides: a row that all writers wait for. Sent as one with what follows.
  private static let shared = #"UPDATE bench_head SET seq = seq + 1 \; "#

  /// Transactions of such statements a second.
  private func inserts(
    _ statements: String, on server: String, clients: Int, in workplace: Workplace
  ) throws -> Double {
    let folder = try workplace.scratch("team")
    let script = folder + "/insert.sql"
    try (statements + "\n").write(toFile: script, atomically: true, encoding: .utf8)
    _ = try Child.run([
      "psql", "-q", "-d", server, "-c",
      """
      CREATE TABLE IF NOT EXISTS bench_row (seq bigserial PRIMARY KEY, line text);
      CREATE TABLE IF NOT EXISTS bench_head AS SELECT 0 AS seq
      """,
    ])
    let each = Self.appends / clients
    let run = try Child.run([
      "pgbench", "-n", "-c", "\(clients)", "-j", "\(clients)", "-t", "\(each)", "-f", script,
      server,
    ])
    return Double(each * clients) / run.seconds
  }
}

/// A log on a server, made anew, with one member.
private struct TeamLog {
  private let pool: ConnectionPool
  private let user: String
  private static let project = OperationID(high: 7, low: 7)

  struct Result {
    let seconds: Double
    let conflicts: Int
  }

  init(on server: String) throws {
    pool = ConnectionPool(try ServerAddress(server), limit: 8)
    user = try pool.user()
    let schema = TeamSchema(pool)
    try schema.drop()
    _ = try schema.create(Self.project)
    let store = try PostgresEventStore(pool, project: Self.project)
    let me = Member(id: MemberID(user), user: user, roles: [.lead, .adjudicator])
    let founding: [EventBody] = [
      .genesis(Genesis(project: Self.project, name: "bench")), .role(me),
    ]
    guard case .appended = try store.append(founding.map(draft), expecting: .empty) else {
      throw BenchFailure("the log on the server did not take what it was given")
    }
  }

  /// Appends rulings, each on an item of its own; whoever lost the head reads it and tries again.
  func append(_ count: Int, writers: Int) throws -> Result {
    let conflicts = Mutex(0)
    let failure = Mutex<String?>(nil)
    let stores = try (0..<writers).map { _ in
      try PostgresEventStore(pool, project: Self.project)
    }
    let watch = Stopwatch()
    DispatchQueue.concurrentPerform(iterations: writers) { writer in
      do {
        var head = try stores[writer].head()
        for number in 0..<(count / writers) {
          let ruling = draft(.decision(Self.ruling("item-\(writer)-\(number)")))
          var isDone = false
          while !isDone {
            switch try stores[writer].append([ruling], expecting: head) {
            case .appended(let events), .alreadyThere(let events):
              head = events.last.map { Head(of: $0) } ?? head
              isDone = true
            case .conflict(let now):
              head = now
              conflicts.withLock { $0 += 1 }
            }
          }
        }
      } catch {
        failure.withLock { $0 = "\(error)" }
      }
    }
    let seconds = watch.seconds
    if let failure = failure.withLock({ $0 }) { throw BenchFailure(failure) }
    return Result(seconds: seconds, conflicts: conflicts.withLock { $0 })
  }

  func remove() throws {
    try TeamSchema(pool).drop()
  }

  private func draft(_ body: EventBody) -> EventDraft {
    EventDraft(
      operation: OperationID(high: .random(in: 0...UInt64.max), low: .random(in: 0...UInt64.max)),
      at: Workplace.now(), actor: MemberID(user), isSandbox: false, body: body)
  }

  private static func ruling(_ item: String) -> Decision {
    let seat = SeatID(unit: UnitID(item: ItemID(item), question: QuestionID("label")), seat: .main)
    var decision = Decision(
      seatID: seat, base: -1, batch: 0, outcome: .value(.label(LabelID("class_10"))))
    decision.reason = "guideline"
    decision.rationale = "The second sentence decides it."
    decision.milliseconds = 4200
    return decision
  }
}
