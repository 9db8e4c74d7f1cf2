import Domain
import GRDB

/// Where draws of audits stand in the log. Which units the newest drew stands in their rows.
enum AuditTable {
  /// Holds for the units that the newest audit drew and that wait for their ruling.
  static let waits = "u.audit > 0 AND u.settled < 0"

  static func write(_ seq: Int, _ database: Database) throws {
    try database.execute(sql: "INSERT INTO audit (seq) VALUES (?)", arguments: [seq])
  }

  /// The positions of all draws, upwards. O(draws).
  static func positions(_ database: Database) throws -> [Int] {
    try Int.fetchAll(database, sql: "SELECT seq FROM audit ORDER BY seq")
  }

  /// The position of the newest draw; nil before the first.
  static func newest(_ database: Database) throws -> Int? {
    try Int.fetchOne(database.cachedStatement(sql: "SELECT max(seq) FROM audit"))
  }

  /// Units that the newest audit drew, ruled since or not.
  static func drawn(_ database: Database) throws -> [Int64] {
    try Int64.fetchAll(database, sql: "SELECT id FROM unit WHERE audit > 0 ORDER BY id")
  }

  /// How many of them wait for their ruling. O(these).
  static func waiting(_ database: Database) throws -> Int {
    try Int.fetchOne(
      database.cachedStatement(sql: "SELECT count(*) FROM unit u WHERE \(waits)")) ?? 0
  }
}
