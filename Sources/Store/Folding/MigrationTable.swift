import Domain
import GRDB

/// The migrations so far, and how what was said before them reads.
enum MigrationTable {
  static func write(
    _ migration: LabelMigration, _ event: Event, _ database: Database
  ) throws {
    try database.execute(
      sql: "INSERT INTO migration (seq, batch, mapping) VALUES (?, ?, ?)",
      arguments: [event.seq, migration.batch, Canonical.text(migration.mapping.canonical)])
    for ruling in migration.inDoubt {
      try DoubtTable.write(ruling, .migration(seq: event.seq), database)
    }
  }

  static func reading(_ database: Database) throws -> LabelReading {
    let rows = try Row.fetchAll(
      database, sql: "SELECT seq, batch, mapping FROM migration ORDER BY seq")
    return LabelReading(
      try rows.map { row in
        let text: String = row[2]
        guard let canonical = try? CanonicalReader.read(Array(text.utf8)),
          let mapping = LabelMapping(canonical: canonical)
        else { throw ReadFailure.stale("the migration at \(row[0] as Int) cannot be read") }
        return LabelReading.Border(seq: row[0], batch: row[1], mapping: mapping)
      })
  }
}
