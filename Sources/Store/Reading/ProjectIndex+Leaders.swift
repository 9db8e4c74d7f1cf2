package import Domain
import GRDB

extension ProjectIndex {
  /// Of the units that were ever decided on: the value that most people gave, where one leads alone.
  /// O(units that were decided on).
  package func leaders() throws(ReadFailure) -> [UnitID: Value] {
    try reading { database in
      let book = NameBook(database, settings: try EventFolder.settings(database, derivation))
      var values: [Int64: Value] = [:]
      var leaders: [UnitID: Value] = [:]
      let cursor = try Row.fetchCursor(
        database,
        sql: """
          SELECT u.item_name, u.question_name, a.value
          FROM (SELECT DISTINCT unit FROM seat) s JOIN unit u ON u.id = s.unit
            JOIN vote a ON a.unit = u.id AND a.place = 0
            LEFT JOIN vote b ON b.unit = u.id AND b.place = 1
          WHERE b.votes IS NULL OR b.votes < a.votes
          """)
      while let row = try cursor.next() {
        let id: Int64 = row[2]
        let value = try values[id] ?? book.vote(id).value
        values[id] = value
        leaders[UnitID(item: ItemID(row[0]), question: QuestionID(row[1]))] = value
      }
      return leaders
    }
  }
}
