import GRDB

/// Plain full-text ranking: SQLite's FTS5 as it comes, every word of a text asked for, bm25.
struct PlainSearch {
  private let database: DatabaseQueue

  init(_ texts: [String]) throws {
    database = try DatabaseQueue()
    try database.write { database in
      try database.execute(sql: "CREATE VIRTUAL TABLE plain USING fts5(text)")
      let statement = try database.makeStatement(
        sql: "INSERT INTO plain (rowid, text) VALUES (?, ?)")
      for (place, text) in texts.enumerated() { try statement.execute(arguments: [place, text]) }
    }
  }

  /// The places of the best, first the best.
  func best(_ count: Int, for text: String) throws -> [Int] {
    // Its tokenizer's own letters and digits; what it would part is parted here too.
    let words = text.split { !$0.isLetter && !$0.isNumber }.map { "\"\($0)\"" }
    guard !words.isEmpty else { return [] }
    let query = Array(Set(words)).sorted().joined(separator: " OR ")
    return try database.read { database in
      try Int.fetchAll(
        database, sql: "SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank, rowid LIMIT ?",
        arguments: [query, count])
    }
  }
}
