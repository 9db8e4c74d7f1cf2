import Domain
import GRDB

/// Which rulings cite which clause.
enum CitationTable {
  static func write(
    _ clauses: [ClauseID], at seq: Int, of unit: Int64, _ database: Database
  ) throws {
    for clause in clauses {
      try database.cachedStatement(
        sql: "INSERT OR IGNORE INTO citation (clause, seq, unit) VALUES (?, ?, ?)"
      ).execute(arguments: [clause.text, seq, unit])
    }
  }

  /// The rulings that stand and cite a clause, by clause and position. O(citations).
  static func standing(_ database: Database) throws -> [ClauseID: [Citation]] {
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT c.clause, u.item_name, u.question_name, s.status, s.seq, s.by, s.outcome
        FROM citation c JOIN seat s ON s.unit = c.unit AND s.seq = c.seq
          JOIN unit u ON u.id = c.unit
        WHERE s.status IN ('ruled', 'escalated') ORDER BY c.clause, c.seq
        """)
    var citations: [ClauseID: [Citation]] = [:]
    while let row = try cursor.next() {
      let unit = UnitID(item: ItemID(row[1]), question: QuestionID(row[2]))
      citations[ClauseID(row[0]), default: []].append(
        Citation(unit: unit, standing: try SeatTable.standing(row, from: 3)))
    }
    return citations
  }
}
