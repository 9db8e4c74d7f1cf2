package import Domain
import GRDB
import Glibc

/// Who is looking at what, in `live.sqlite`: shared by the processes of one machine, in no log, in no
/// state hash, and gone with the file.
package final class LeaseStore: LeaseBook {
  private let queue: DatabaseQueue
  private let path: String

  package init(path: String) throws(IndexFailure) {
    self.path = path
    do {
      queue = try Self.open(path)
    } catch {
      guard case .damaged = IndexFailure(error) else { throw IndexFailure(error) }
      IndexFile.discard(path)
      do {
        queue = try Self.open(path)
      } catch {
        throw IndexFailure(error)
      }
    }
  }

  /// Claims, renews or takes over a lease, as one step between all processes.
  package func claim(
    _ unit: UnitID, by member: MemberID, at now: Instant, manner: Lease.Manner
  ) throws(IndexFailure) -> Lease.Claim {
    try write { database in
      let standing = try Self.lease(unit, database)
      let claim = Lease.claim(unit, by: member, at: now, standing: standing, manner: manner)
      if case .granted(let lease, _) = claim { try Self.store(lease, database) }
      return claim
    }
  }

  /// Gives a lease back; somebody else's stays as it is.
  ///
  /// The fence stays too, so that it only grows.
  package func release(
    _ unit: UnitID, by member: MemberID, at now: Instant
  ) throws(IndexFailure) {
    try write { database in
      try database.execute(
        sql: "UPDATE lease SET until = ? WHERE item = ? AND question = ? AND holder = ?",
        arguments: [
          now.milliseconds - 1, unit.item.text, unit.question.text, member.text,
        ])
    }
  }

  /// The leases that have not run out, in byte order of units.
  package func live(at now: Instant) throws(IndexFailure) -> [Lease] {
    do {
      return try queue.read { try Self.all(now, $0) }
    } catch {
      throw IndexFailure(error)
    }
  }

  private func write<Outcome>(
    _ body: (Database) throws -> Outcome
  ) throws(IndexFailure) -> Outcome {
    do {
      let outcome = try queue.write(body)
      // Others hear of the file being written before what was written can be read: SQLite says through
      // shared memory that it can. So it is touched once more, when they will find it.
      _ = utimensat(AT_FDCWD, path, nil, 0)
      return outcome
    } catch {
      throw IndexFailure(error)
    }
  }

  private static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA mmap_size = 0")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    // A lost lease costs nobody work, so commits need not wait for the disk.
    try queue.write { database in
      try database.execute(
        sql: """
          CREATE TABLE IF NOT EXISTS lease (
            item TEXT NOT NULL, question TEXT NOT NULL, holder TEXT NOT NULL,
            until INTEGER NOT NULL, fence INTEGER NOT NULL,
            PRIMARY KEY (item, question)) WITHOUT ROWID
          """)
    }
    return queue
  }

  private static func lease(_ unit: UnitID, _ database: Database) throws -> Lease? {
    let statement = try database.cachedStatement(
      sql: "SELECT holder, until, fence FROM lease WHERE item = ? AND question = ?")
    return try Row.fetchOne(statement, arguments: [unit.item.text, unit.question.text]).map {
      Lease(unit: unit, holder: MemberID($0[0]), until: Instant(milliseconds: $0[1]), fence: $0[2])
    }
  }

  private static func all(_ now: Instant, _ database: Database) throws -> [Lease] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT item, question, holder, until, fence FROM lease WHERE until BETWEEN ? AND ?
        ORDER BY item, question
        """, arguments: [now.milliseconds, now.milliseconds + Lease.horizon]
    ).map { row in
      Lease(
        unit: UnitID(item: ItemID(row[0]), question: QuestionID(row[1])), holder: MemberID(row[2]),
        until: Instant(milliseconds: row[3]), fence: row[4])
    }
  }

  private static func store(_ lease: Lease, _ database: Database) throws {
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO lease (item, question, holder, until, fence)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [
        lease.unit.item.text, lease.unit.question.text, lease.holder.text,
        lease.until.milliseconds, lease.fence,
      ])
  }
}
