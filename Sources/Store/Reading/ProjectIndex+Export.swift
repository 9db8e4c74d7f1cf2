package import Domain
import GRDB

extension ProjectIndex {
  package func visitUnits(_ body: (SettledUnit) -> Bool) throws(ReadFailure) {
    try reading { database in
      let figures = try figures(database)
      let reader = RowReader(database, figures: figures)
      let cursor = try Row.fetchCursor(
        database,
        sql: "SELECT \(UnitRecord.columns) FROM unit u ORDER BY u.item_name, u.question_name")
      while let row = try cursor.next() {
        let unit = UnitRecord(row)
        guard let item = try reader.item(unit.item) else { continue }
        let line = try reader.row(unit)
        let decision = try line.standing.flatMap { standing in
          standing.isDecision ? try event(at: standing.seq) : nil
        }
        let said = decision == nil ? nil : line.standing?.outcome
        let outcome = said?.value != nil && unit.ruled == 0 ? nil : said
        let settled = SettledUnit(
          item: item, row: line, decision: decision, outcome: outcome,
          ratings: try reader.ratings(of: unit),
          released: figures == nil
            ? nil : learned.read { $0.released(unit.id, withShares: true) })
        guard body(settled) else { return }
      }
    }
  }

  /// The bytes whose SHA-256 is the state hash, as `ProjectState.hashedBytes` makes them from the log
  /// alone. The two are equal, or the tables are wrong. O(seats).
  package func hashedBytes() throws(ReadFailure) -> [UInt8] {
    try reading { database in
      var bytes: [UInt8] = []
      func append(_ parts: [String]) {
        bytes.append(contentsOf: parts.joined(separator: "\u{0}").utf8)
        bytes.append(0x0A)
      }
      let seats = try Row.fetchCursor(
        database,
        sql: """
          SELECT u.item_name, u.question_name, s.seat, s.seq, s.status
          FROM unit u JOIN seat s ON s.unit = u.id
          ORDER BY u.item_name, u.question_name, s.seat
          """)
      while let row = try seats.next() {
        append([row[0], row[1], row[2], String(row[3] as Int), row[4]])
      }
      for member in try MemberTable.all(database) {
        append([
          member.id.text, member.user ?? "", member.roles.map(\.rawValue).joined(separator: ","),
          member.annotators.map(\.text).joined(separator: "\u{1}"),
        ])
      }
      append([try MetaTable.text(.configurationDigest, database) ?? Digest.zero.hex])
      append([try GuidelineTable.digestInForce(database) ?? Digest.zero.hex])
      return bytes
    }
  }
}
