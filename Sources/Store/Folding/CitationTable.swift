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
        SELECT \(RulingReader.columns), c.clause
        FROM citation c JOIN seat s ON s.unit = c.unit AND s.seq = c.seq
          JOIN unit u ON u.id = c.unit
        WHERE s.status IN ('ruled', 'escalated') ORDER BY c.clause, c.seq
        """)
    var citations: [ClauseID: [Citation]] = [:]
    var reader = RulingReader()
    while let row = try cursor.next() {
      citations[ClauseID(row[7]), default: []].append(try reader.ruling(row))
    }
    return citations
  }
}
