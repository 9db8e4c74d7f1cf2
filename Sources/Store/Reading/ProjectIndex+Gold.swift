package import Domain
import GRDB
import Ledger

extension ProjectIndex {
  /// Gold as it holds now, in byte order of items and questions: the last mark of each unit, else the
  /// last value that came in as gold. O(marks and such values).
  package func goldUnits() throws(ReadFailure) -> [GoldUnit] {
    try reading { try GoldTable.all($0) }
  }

  /// Draws and results of calibrations, oldest first. O(calibrations).
  package func calibrations() throws(ReadFailure) -> [RecordedCalibration] {
    try reading { database in
      try CalibrationTable.positions(database).compactMap { seq in
        let event = try event(at: seq)
        guard case .calibrate(let step) = event.body else { return nil }
        return RecordedCalibration(
          seq: seq, by: event.draft.actor, at: event.draft.at, step: step)
      }
    }
  }

  /// What people said of a unit, in batch and file order: answers to trials and the ratings that count.
  /// O(ratings of the unit).
  package func answers(to unit: UnitID) throws(ReadFailure) -> [TrialAnswer] {
    try reading { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT a.name, v.content, r.round, r.batch, r.origin
          FROM unit u JOIN rating r ON r.item = u.item AND r.question = u.question
            JOIN value v ON v.id = r.value LEFT JOIN annotator a ON a.id = r.annotator
          WHERE u.item_name = ? AND u.question_name = ?
            AND (r.is_vote = 1 OR r.origin = 3 AND r.in_force = 1)
          ORDER BY r.batch, r.ordinal
          """)
      return try Row.fetchAll(
        statement, arguments: [unit.item.text, unit.question.text]
      ).map { row in
        guard let value = StoredText.value(row[1]) else {
          throw ReadFailure.stale("a rating of \(unit.item.text) cannot be read")
        }
        let annotator: String? = row[0]
        let isTrial = Origin(code: row[4]) == .trial
        let round: String? = row[2]
        return TrialAnswer(
          unit: unit, annotator: annotator.map { AnnotatorID($0) }, value: value,
          round: isTrial ? round ?? "" : nil, batch: row[3])
      }
    }
  }
}
