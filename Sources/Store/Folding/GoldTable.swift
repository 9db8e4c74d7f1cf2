import Domain
import GRDB

/// Which units were marked as gold. What an event does to it is what `ProjectState.evolve` does.
enum GoldTable {
  static func write(
    _ change: GoldChange, _ event: Event, of unit: Int64, _ database: Database
  ) throws {
    try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO gold (unit, seq, by, at, outcome, ruling, guideline)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      unit, event.seq, event.draft.actor.text, event.draft.at.milliseconds,
      change.mark.map { StoredText.text($0.outcome) }, change.mark?.ruling,
      change.mark?.guideline ?? 0,
    ])
  }

  /// What the last event made of a unit; nil where there was none.
  static func standing(of unit: Int64, _ database: Database) throws -> GoldStanding? {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT seq, by, at, outcome, ruling, guideline FROM gold WHERE unit = ?"),
      arguments: [unit])
    return try row.map { try standing($0, from: 0) }
  }

  /// Whether a value of a unit came in as gold.
  static func hasImported(
    _ item: Int64, _ question: Int64, _ database: Database
  ) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM rating
            WHERE item = ? AND question = ? AND origin = 2 AND in_force = 1)
          """), arguments: [item, question]) ?? false
  }

  /// Gold as it holds now, in byte order of items and questions. O(marks and values that came in as
  /// gold).
  static func all(_ database: Database) throws -> [GoldUnit] {
    let marked = try Row.fetchAll(
      database,
      sql: """
        SELECT u.item_name, u.question_name, g.seq, g.by, g.at, g.outcome, g.ruling, g.guideline,
          g.ruling IS NOT NULL AND (s.status IS NULL OR s.status <> 'ruled' OR s.seq <> g.ruling)
        FROM gold g JOIN unit u ON u.id = g.unit
          LEFT JOIN seat s ON s.unit = g.unit AND s.seat = 'main'
        WHERE g.outcome IS NOT NULL
        """)
    var units = try marked.compactMap { row -> GoldUnit? in
      let standing = try standing(row, from: 2)
      return standing.mark.map { mark in
        GoldUnit(
          unit: name(row), outcome: mark.outcome, origin: .marked(standing, mark),
          isBereft: row[8])
      }
    }
    // Of several values that came in as gold the last counts.
    let imported = try Row.fetchCursor(
      database,
      sql: """
        SELECT u.item_name, u.question_name, r.batch, v.content
        FROM rating r JOIN unit u ON u.item = r.item AND u.question = r.question
          JOIN value v ON v.id = r.value
        WHERE r.origin = 2 AND r.in_force = 1
          AND NOT EXISTS (SELECT 1 FROM gold g WHERE g.unit = u.id)
        ORDER BY r.batch, r.ordinal
        """)
    var last: [UnitID: GoldUnit] = [:]
    while let row = try imported.next() {
      guard let value = StoredText.value(row[3]) else {
        throw ReadFailure.stale("gold of \(row[0] as String) cannot be read")
      }
      guard value != .abstained else { continue }
      let unit = name(row)
      last[unit] = GoldUnit(
        unit: unit, outcome: .value(value), origin: .imported(batch: row[2]))
    }
    units += last.values
    return units.sorted { $0.unit < $1.unit }
  }

  /// What the last event of each unit of a question says, by item; nil where the mark was taken away.
  static func marks(_ question: Int64, _ database: Database) throws -> [Int64: Outcome?] {
    let cursor = try Row.fetchCursor(
      database,
      sql: "SELECT u.item, g.outcome FROM gold g JOIN unit u ON u.id = g.unit WHERE u.question = ?",
      arguments: [question])
    var marks: [Int64: Outcome?] = [:]
    while let row = try cursor.next() {
      let text: String? = row[1]
      let outcome = text.flatMap { StoredText.outcome($0) }
      guard (text == nil) == (outcome == nil) else {
        throw ReadFailure.stale("gold of item \(row[0] as Int64) cannot be read")
      }
      marks.updateValue(outcome, forKey: row[0])
    }
    return marks
  }

  private static func name(_ row: Row) -> UnitID {
    UnitID(item: ItemID(row[0]), question: QuestionID(row[1]))
  }

  private static func standing(_ row: Row, from place: Int) throws -> GoldStanding {
    let text: String? = row[place + 3]
    var mark: GoldMark?
    if let text {
      guard let outcome = StoredText.outcome(text) else {
        throw ReadFailure.stale("gold at position \(row[place] as Int) cannot be read")
      }
      mark = GoldMark(outcome: outcome, ruling: row[place + 4], guideline: row[place + 5])
    }
    return GoldStanding(
      seq: row[place], by: MemberID(row[place + 1]),
      at: Instant(milliseconds: row[place + 2]), mark: mark)
  }
}
