import Domain
import GRDB

/// What holds at the seats of a unit.
enum SeatTable {
  static func seats(of unit: Int64, _ database: Database) throws -> [Seat: SeatStanding] {
    let statement = try database.cachedStatement(
      sql: "SELECT seat, status, seq, by, outcome FROM seat WHERE unit = ?")
    var seats: [Seat: SeatStanding] = [:]
    let cursor = try Row.fetchCursor(statement, arguments: [unit])
    while let row = try cursor.next() {
      guard let seat = Seat(rawValue: row[0]) else { throw ReadFailure.stale("seat of \(unit)") }
      seats[seat] = try standing(row, from: 1)
    }
    return seats
  }

  static func write(
    _ standing: SeatStanding, _ seat: Seat, of unit: Int64, _ database: Database
  )
    throws
  {
    try database.execute(
      sql: """
        INSERT INTO seat (unit, seat, status, seq, by, outcome) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET status = excluded.status, seq = excluded.seq,
          by = excluded.by, outcome = excluded.outcome
        """,
      arguments: [
        unit, seat.rawValue, standing.status.rawValue, standing.seq, standing.by.text,
        StoredText.text(standing.outcome),
      ])
  }

  /// Reads status, seq, by, outcome from a column on.
  static func standing(_ row: Row, from column: Int) throws -> SeatStanding {
    guard let status = SeatStanding.Status(rawValue: row[column]),
      let outcome = StoredText.outcome(row[column + 3])
    else { throw ReadFailure.stale("a seat cannot be read") }
    return SeatStanding(
      status: status, seq: row[column + 1], by: MemberID(row[column + 2]), outcome: outcome)
  }
}
