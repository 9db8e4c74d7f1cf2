import Domain
import GRDB

extension RowReader {
  /// Rows in the order of `ids`; three statements, however many there are.
  func rows(_ ids: some Sequence<Int64>) throws -> [QueueRow] {
    let wanted = Array(ids)
    guard !wanted.isEmpty else { return [] }
    let list = "[" + wanted.map { String($0) }.joined(separator: ",") + "]"
    var records: [Int64: UnitRecord] = [:]
    let units = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT \(UnitRecord.columns) FROM json_each(?) w JOIN unit u ON u.id = w.value
          """), arguments: [list])
    while let row = try units.next() {
      let record = UnitRecord(row)
      records[record.id] = record
    }
    let groups = try groups(list)
    let standings = try standings(list)
    return try wanted.compactMap { id in
      try records[id].map {
        try row($0, groups: groups[id] ?? [], standing: standings[id])
      }
    }
  }

  private func groups(_ list: String) throws -> [Int64: [VoteGroup]] {
    var groups: [Int64: [VoteGroup]] = [:]
    let votes = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT v.unit, v.value, v.votes FROM json_each(?) w JOIN vote v ON v.unit = w.value
          ORDER BY v.unit, v.place
          """), arguments: [list])
    while let row = try votes.next() {
      groups[row[0], default: []].append(VoteGroup(value: try value(row[1]), votes: row[2]))
    }
    return groups
  }

  private func standings(_ list: String) throws -> [Int64: SeatStanding] {
    var standings: [Int64: SeatStanding] = [:]
    let seats = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT s.unit, s.status, s.seq, s.by, s.outcome
          FROM json_each(?) w JOIN seat s ON s.unit = w.value WHERE s.seat = ?
          """), arguments: [list, Seat.main.rawValue])
    while let row = try seats.next() {
      standings[row[0]] = try SeatTable.standing(row, from: 1)
    }
    return standings
  }
}
