import Domain
import GRDB

/// Where calibrations stand in the log.
enum CalibrationTable {
  static func write(_ step: Calibration, at seq: Int, _ database: Database) throws {
    var draw: Int?
    if case .result(let result) = step { draw = result.draw }
    try database.execute(
      sql: "INSERT OR IGNORE INTO calibration (seq, draw) VALUES (?, ?)", arguments: [seq, draw])
  }

  /// The positions of all draws and results, upwards. O(calibrations).
  static func positions(_ database: Database) throws -> [Int] {
    try Int.fetchAll(database, sql: "SELECT seq FROM calibration ORDER BY seq")
  }
}
