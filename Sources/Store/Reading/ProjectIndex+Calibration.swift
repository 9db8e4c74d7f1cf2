package import Domain
import GRDB

extension ProjectIndex {
  /// The units of a question that have a value, in byte order of their items. O(units of the question).
  package func drawable(_ question: QuestionID) throws(ReadFailure) -> [DrawableUnit] {
    try reading { database in
      let cursor = try Row.fetchCursor(
        database,
        sql: """
          SELECT u.item_name, v.content, u.agreement < 1
          FROM unit u JOIN value v ON v.id = CASE WHEN u.ruled > 0 THEN u.ruled ELSE u.lead END
          WHERE u.question_name = ? ORDER BY u.item_name
          """, arguments: [question.text])
      var units: [DrawableUnit] = []
      while let row = try cursor.next() {
        let name: String = row[0]
        guard let value = StoredText.value(row[1]) else {
          throw ReadFailure.stale("the value of \(name) cannot be read")
        }
        let isContested: Bool? = row[2]
        units.append(
          DrawableUnit(item: ItemID(name), value: value, isContested: isContested ?? false))
      }
      return units
    }
  }
}
