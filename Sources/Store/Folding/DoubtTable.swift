import Domain
import GRDB

/// Which rulings a version or a migration put in doubt, and what became of them.
enum DoubtTable {
  static func write(_ ruling: Int, _ cause: DoubtCause, _ database: Database) throws {
    try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO doubt (ruling, cause, fate) VALUES (?, ?, ?)"
    ).execute(arguments: [ruling, cause.code, DoubtFates.Fate.waiting.rawValue])
  }

  /// Notes what followed a ruling at its seat, where it was in doubt.
  static func follow(
    _ before: SeatStanding, by now: SeatStanding, _ database: Database
  ) throws {
    let fate: DoubtFates.Fate =
      if now.isDecision {
        now.outcome == before.outcome ? .kept : .overruled
      } else {
        .takenBack
      }
    try database.cachedStatement(
      sql: "UPDATE doubt SET fate = ? WHERE ruling = ? AND fate = ?"
    ).execute(
      arguments: [fate.rawValue, before.seq, DoubtFates.Fate.waiting.rawValue])
  }

  /// By what put them in doubt. O(rulings that ever were in doubt).
  static func fates(_ database: Database) throws -> [DoubtCause: DoubtFates] {
    var fates: [DoubtCause: DoubtFates] = [:]
    let cursor = try Row.fetchCursor(
      database, sql: "SELECT cause, fate, count(*) FROM doubt GROUP BY cause, fate")
    while let row = try cursor.next() {
      guard let fate = DoubtFates.Fate(rawValue: row[1]), let cause = DoubtCause(code: row[0])
      else { continue }
      fates[cause, default: DoubtFates()][fate] = row[2]
    }
    return fates
  }
}
