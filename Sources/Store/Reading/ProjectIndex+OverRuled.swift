package import Domain
import GRDB
import Ledger

extension ProjectIndex {
  /// Ratings of one annotator that count and that rulings made after a position do not uphold, by
  /// position of the ruling. O(ratings of units that were ruled).
  ///
  /// - Returns: nil for a name that nobody rated under.
  package func overRuled(
    _ annotator: AnnotatorID, after seq: Int
  ) throws(ReadFailure) -> [OverRuledRating]? {
    try reading { database in
      let id = try Int64.fetchOne(
        database, sql: "SELECT id FROM annotator WHERE name = ?", arguments: [annotator.text])
      guard let id else { return nil }
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT u.item_name, u.question_name, v.content, u.settled
          FROM unit u JOIN rating r ON r.item = u.item AND r.question = u.question
            JOIN value v ON v.id = r.value
          WHERE u.settled > ? AND r.annotator = ? AND r.is_vote = 1 AND v.vote <> u.ruled
          ORDER BY u.settled
          """, arguments: [seq, id])
      return try rows.compactMap { row in
        guard case .decision(var decision) = try event(at: row[3]).body,
          let outcome = try Self.read(decision.outcome, at: row[3], database), outcome.judges
        else { return nil }
        decision.outcome = outcome
        return OverRuledRating(
          unit: UnitID(item: ItemID(row[0]), question: QuestionID(row[1])),
          said: try Self.value(row[2]), ruling: row[3], decision: decision)
      }
    }
  }

  /// How many ratings of one annotator that count rulings made after a position could uphold; of
  /// everybody's where none is named. O(ratings of units that were ruled).
  package func judgedRatings(
    of annotator: AnnotatorID?, after seq: Int
  ) throws(ReadFailure) -> Int {
    try reading { database in
      try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM unit u
            JOIN seat s ON s.unit = u.id AND s.seat = 'main'
            JOIN rating r ON r.item = u.item AND r.question = u.question AND r.is_vote = 1
            LEFT JOIN annotator a ON a.id = r.annotator
          WHERE u.settled > ?1 AND (?2 IS NULL OR a.name = ?2)
            AND (u.ruled > 0 OR s.outcome = ?3)
          """, arguments: [seq, annotator?.text, StoredText.text(Outcome.noneOfThese)]) ?? 0
    }
  }

  /// How often everybody was over-ruled by rulings made after a position, most first. No names.
  /// O(ratings of units that were ruled).
  package func overRuledCounts(after seq: Int) throws(ReadFailure) -> [OverRuledCount] {
    try reading { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT said.content, w.content, count(*)
          FROM unit u JOIN seat s ON s.unit = u.id AND s.seat = 'main'
            JOIN rating r ON r.item = u.item AND r.question = u.question AND r.is_vote = 1
            JOIN value v ON v.id = r.value JOIN value said ON said.id = v.vote
            LEFT JOIN value w ON w.id = u.ruled
          WHERE u.settled > ? AND v.vote <> u.ruled AND (u.ruled > 0 OR s.outcome = ?)
          GROUP BY said.content, w.content ORDER BY count(*) DESC, said.content, w.content
          """, arguments: [seq, StoredText.text(Outcome.noneOfThese)])
      return try rows.map { row in
        let ruled: String? = row[1]
        return OverRuledCount(
          said: try Self.value(row[0]), ruled: try ruled.map { try Self.value($0) },
          ratings: row[2])
      }
    }
  }

  private static func value(_ text: String) throws -> Value {
    guard let value = StoredText.value(text) else {
      throw ReadFailure.stale("a value cannot be read")
    }
    return value
  }
}

extension Outcome {
  /// Whether it says of each label that was given whether it is right.
  fileprivate var judges: Bool {
    switch self {
    case .value, .noneOfThese: true
    case .ambiguous, .notAnnotatable, .outsideGuideline, .escalated: false
    }
  }
}
