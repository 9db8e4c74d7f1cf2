import Domain
import GRDB

/// What the models of annotators need of a unit's row.
struct UnitLine {
  let id: Int64
  let question: Int64
  let item: Int64
  /// Breaks ties, as in every list.
  let hash: Int64
  let isQueued: Bool
  /// Whether an audit waits for it.
  let isDrawn: Bool
  /// Whether its ratings differ too much to be released for that.
  let isContested: Bool
  /// Position of the ruling that stands; −1 for none.
  let settled: Int64
  /// The value ruled, as a vote; 0 for none.
  let ruled: Int64
  let isDoubted: Bool
  /// By the shares of the votes alone.
  let wrong: Double
  let gain: Double

  private static let columns =
    "id, question, item, hash, queued, settled, ruled, doubt, wrong, gain, status, audit"

  private init(_ row: BoundStatement) {
    id = row.int64(0)
    question = row.int64(1)
    item = row.int64(2)
    hash = row.int64(3)
    isQueued = row.int64(4) != 0
    settled = row.int64(5)
    ruled = row.int64(6)
    isDoubted = row.int64(7) != 0
    wrong = row.double(8)
    gain = row.double(9)
    let status = UnitStatus(code: row.int64(10))
    isDrawn = row.int64(11) > 0 && settled < 0
    isContested = settled < 0 && (status == .open || status == .escalated)
  }

  /// All units, by question and then by item.
  static func all(_ database: Database) throws -> [UnitLine] {
    let rows = try BoundStatement(
      database, "SELECT \(columns) FROM unit ORDER BY question, item")
    var lines: [UnitLine] = []
    try rows.forEachRow { lines.append(UnitLine($0)) }
    return lines
  }

  static func of(_ unit: UnitID, _ database: Database) throws -> UnitLine? {
    let rows = try BoundStatement(
      database,
      "SELECT \(columns) FROM unit WHERE item_name = ? AND question_name = ?")
    rows.add(unit.item.text)
    rows.add(unit.question.text)
    var line: UnitLine?
    try rows.forEachRow { line = UnitLine($0) }
    return line
  }
}
