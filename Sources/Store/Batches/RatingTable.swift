import Domain
import GRDB

/// The ratings of batches, those in force and those that are history.
struct RatingTable {
  private let inserting: BoundStatement
  private let reading: BoundStatement
  private let retiring: BoundStatement
  private let marking: BoundStatement

  init(_ database: Database) throws {
    inserting = try BoundStatement(
      database,
      """
      INSERT INTO rating (item, question, batch, ordinal, annotator, value, origin, round, at,
        milliseconds, confidence, note, is_flagged, given, in_force, is_vote)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    reading = try BoundStatement(
      database,
      """
      SELECT r.batch, r.ordinal, r.annotator, r.value, v.vote, r.origin, r.round, r.at,
        r.confidence, r.note, r.is_flagged, v.content = '{"abstained":true}',
        r.given
      FROM rating r JOIN value v ON v.id = r.value
      WHERE r.item = ? AND r.question = ? AND r.in_force = 1
      ORDER BY r.batch, r.ordinal
      """)
    retiring = try BoundStatement(
      database,
      """
      UPDATE rating SET in_force = 0, is_vote = 0
      WHERE item = ? AND question = ? AND batch = ? AND ordinal = ?
      """)
    marking = try BoundStatement(
      database,
      """
      UPDATE rating SET is_vote = ?
      WHERE item = ? AND question = ? AND batch = ? AND ordinal = ? AND in_force = 1
      """)
  }

  func insert(
    _ rating: StoredRating, milliseconds: Int?, item: Int64, question: Int64, inForce: Bool,
    isVote: Bool
  ) throws {
    inserting.add(item)
    inserting.add(question)
    inserting.add(rating.batch)
    inserting.add(rating.ordinal)
    inserting.add(rating.annotator)
    inserting.add(rating.value)
    inserting.add(rating.origin.code)
    inserting.add(rating.round)
    inserting.add(rating.at)
    inserting.add(milliseconds.map { Int64($0) })
    inserting.add(rating.confidence)
    inserting.add(rating.note)
    inserting.add(rating.isFlagged)
    inserting.add(rating.given)
    inserting.add(inForce)
    inserting.add(isVote)
    try inserting.run()
  }

  /// The ratings in force of one unit, in batch and file order.
  func inForce(item: Int64, question: Int64) throws -> [StoredRating] {
    var ratings: [StoredRating] = []
    reading.add(item)
    reading.add(question)
    try reading.forEachRow { row in
      ratings.append(
        StoredRating(
          batch: row.int(0), ordinal: row.int(1), annotator: row.int64(2), value: row.int64(3),
          vote: row.int64(4), isAbstained: row.int64(11) == 1, origin: Origin(code: row.int64(5)),
          round: row.text(6), at: row.optionalInt64(7), confidence: row.text(8),
          note: row.text(9), isFlagged: row.int64(10) == 1,
          given: row.optionalInt64(12)))
    }
    return ratings
  }

  /// Says of a rating in force whether it counts as a vote.
  func mark(_ rating: StoredRating, isVote: Bool, item: Int64, question: Int64) throws {
    marking.add(isVote)
    marking.add(item)
    marking.add(question)
    marking.add(rating.batch)
    marking.add(rating.ordinal)
    try marking.run()
  }

  /// Makes a rating history.
  func retire(_ rating: StoredRating, item: Int64, question: Int64) throws {
    retiring.add(item)
    retiring.add(question)
    retiring.add(rating.batch)
    retiring.add(rating.ordinal)
    try retiring.run()
  }
}
