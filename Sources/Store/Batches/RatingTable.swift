import Domain
import GRDB

/// The ratings of batches, those in force and those that are history.
struct RatingTable {
  private let inserting: Statement
  private let reading: Statement
  private let retiring: Statement

  init(_ database: Database) throws {
    inserting = try database.makeStatement(
      sql: """
        INSERT INTO rating (item, question, batch, ordinal, annotator, value, origin, round, at,
          milliseconds, confidence, note, is_flagged, in_force)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    reading = try database.makeStatement(
      sql: """
        SELECT r.batch, r.ordinal, r.annotator, r.value, v.vote, r.origin, r.round, r.at,
          r.confidence, r.note, r.is_flagged, v.content = '{"abstained":true}'
        FROM rating r JOIN value v ON v.id = r.value
        WHERE r.item = ? AND r.question = ? AND r.in_force = 1
        ORDER BY r.batch, r.ordinal
        """)
    retiring = try database.makeStatement(
      sql: """
        UPDATE rating SET in_force = 0
        WHERE item = ? AND question = ? AND batch = ? AND ordinal = ?
        """)
  }

  func insert(
    _ rating: StoredRating, milliseconds: Int?, item: Int64, question: Int64, inForce: Bool
  ) throws {
    try inserting.execute(arguments: [
      item, question, rating.batch, rating.ordinal, rating.annotator, rating.value,
      rating.origin.code, rating.round, rating.at, milliseconds, rating.confidence, rating.note,
      rating.isFlagged, inForce,
    ])
  }

  /// The ratings in force of one unit, in batch and file order.
  func inForce(item: Int64, question: Int64) throws -> [StoredRating] {
    try Row.fetchAll(reading, arguments: [item, question]).map { row in
      StoredRating(
        batch: row[0], ordinal: row[1], annotator: row[2], value: row[3], vote: row[4],
        isAbstained: row[11], origin: Origin(code: row[5]), round: row[6], at: row[7],
        confidence: row[8], note: row[9], isFlagged: row[10])
    }
  }

  /// Makes a rating history.
  func retire(_ rating: StoredRating, item: Int64, question: Int64) throws {
    try retiring.execute(arguments: [item, question, rating.batch, rating.ordinal])
  }
}
