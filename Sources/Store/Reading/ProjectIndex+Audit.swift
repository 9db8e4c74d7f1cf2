package import Domain
import GRDB
import Ledger

extension ProjectIndex {
  /// The newest audit; nil before the first. O(units drawn + rulings since).
  package func audit() throws(ReadFailure) -> AuditProgress? {
    try reading { database in
      let positions = try AuditTable.positions(database)
      guard let seq = positions.last else { return nil }
      let event = try event(at: seq)
      guard case .audit(let draw) = event.body else {
        throw ReadFailure.stale("event \(seq) is no audit")
      }
      let migrations = try MigrationTable.reading(database)
      let units = try draw.drawn.map { label in
        AuditedUnit(
          label: label, value: migrations.read(.value(label.value), at: seq)?.value,
          standing: try Self.ruling(on: label.unit, database))
      }
      let since =
        try Int.fetchOne(
          database,
          sql: """
            SELECT count(*) FROM unit u WHERE u.settled > ? AND u.audit = 0
            """, arguments: [seq]) ?? 0
      let batches =
        try Int.fetchOne(
          database, sql: "SELECT count(*) FROM batch WHERE seq > ?", arguments: [seq]) ?? 0
      return AuditProgress(
        audit: RecordedAudit(
          seq: seq, by: event.draft.actor, at: event.draft.at, draw: draw),
        units: units, earlier: positions.dropLast(), rulingsSince: since, batchesSince: batches)
    }
  }

  /// What a draw of these units is held against. O(units).
  package func auditFacts(_ units: [UnitID]) throws(ReadFailure) -> AuditFacts {
    try reading { database in
      var facts = AuditFacts()
      facts.batch = try Int.fetchOne(database, sql: "SELECT max(number) FROM batch") ?? 0
      facts.migrations = try Int.fetchOne(database, sql: "SELECT count(*) FROM migration") ?? 0
      for unit in units where try Self.ruling(on: unit, database) != nil {
        facts.ruled.insert(unit)
      }
      return facts
    }
  }

  /// The ruling that stands on a unit.
  private static func ruling(on unit: UnitID, _ database: Database) throws -> SeatStanding? {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT s.status, s.seq, s.by, s.outcome FROM unit u JOIN seat s ON s.unit = u.id
          WHERE u.item_name = ? AND u.question_name = ? AND s.seat = 'main' AND s.status = 'ruled'
          """), arguments: [unit.item.text, unit.question.text])
    return try row.map { try SeatTable.standing($0, from: 0) }
  }
}
