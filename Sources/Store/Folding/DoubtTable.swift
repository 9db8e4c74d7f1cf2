import Domain
import GRDB

/// Which rulings versions, migrations and batches put in doubt, and what became of them.
enum DoubtTable {
  /// - Parameter votes: how many of its votes are new, other or gone, where these are the cause.
  static func write(
    _ ruling: Int, _ cause: DoubtCause, votes: Int = 0, _ database: Database
  ) throws {
    try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO doubt (ruling, cause, votes, fate) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [ruling, cause.code, votes, DoubtFates.Fate.waiting.rawValue])
  }

  /// The batches that changed the votes of a ruling's unit since, the oldest first.
  static func newRatings(since ruling: Int, _ database: Database) throws -> [NewRatings] {
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT cause, votes FROM doubt WHERE ruling = ? ORDER BY cause"),
      arguments: [ruling])
    return rows.compactMap { row in
      guard case .ratings(let batch)? = DoubtCause(code: row[0]) else { return nil }
      return NewRatings(batch: batch, votes: row[1])
    }
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
