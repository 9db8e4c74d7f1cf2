import GRDB
import GRDBSQLite

/// A prepared statement that is bound and stepped value by value.
///
/// GRDB takes arguments as an array of boxed values and binds them in nested closures; an import spends
/// more time there than in SQLite. The hot statements of imports go past that, and only they.
/// Values are added in the order of the question marks, then the statement is run. It belongs to one
/// transaction and to one place in the code at a time.
final class BoundStatement {
  private let database: Database
  private let statement: Statement
  private var position: Int32 = 0

  init(_ database: Database, _ sql: String) throws {
    self.database = database
    statement = try database.cachedStatement(sql: sql)
    sqlite3_reset(statement.sqliteStatement)
  }

  func add(_ number: Int64) {
    position += 1
    sqlite3_bind_int64(statement.sqliteStatement, position, number)
  }

  func add(_ number: Int) {
    add(Int64(number))
  }

  func add(_ truth: Bool) {
    add(truth ? 1 : 0)
  }

  func add(_ number: Int64?) {
    if let number { add(number) } else { addNull() }
  }

  func add(_ number: Double?) {
    guard let number else { return addNull() }
    position += 1
    sqlite3_bind_double(statement.sqliteStatement, position, number)
  }

  func add(_ text: String?) {
    guard var text else { return addNull() }
    position += 1
    let position = position
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        // SQLite makes its own copy before the call returns; an empty text is not NULL.
        var nothing: CChar = 0
        if let start = characters.baseAddress {
          sqlite3_bind_text(
            statement.sqliteStatement, position, start, Int32(characters.count), Self.copying)
        } else {
          sqlite3_bind_text(statement.sqliteStatement, position, &nothing, 0, Self.copying)
        }
      }
    }
  }

  /// Runs to the end, and makes ready for the next values.
  func run() throws {
    while try step() {}
  }

  /// Hands over each row. Columns are read through the statement.
  func forEachRow(_ body: (BoundStatement) throws -> Void) throws {
    while try step() { try body(self) }
  }

  func int64(_ column: Int32) -> Int64 {
    sqlite3_column_int64(statement.sqliteStatement, column)
  }

  func int(_ column: Int32) -> Int {
    Int(int64(column))
  }

  func double(_ column: Int32) -> Double {
    sqlite3_column_double(statement.sqliteStatement, column)
  }

  func optionalInt64(_ column: Int32) -> Int64? {
    isNull(column) ? nil : int64(column)
  }

  func text(_ column: Int32) -> String? {
    guard let start = sqlite3_column_text(statement.sqliteStatement, column) else { return nil }
    let count = Int(sqlite3_column_bytes(statement.sqliteStatement, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  private func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(statement.sqliteStatement, column) == SQLITE_NULL
  }

  private func addNull() {
    position += 1
    sqlite3_bind_null(statement.sqliteStatement, position)
  }

  private func step() throws -> Bool {
    let code = sqlite3_step(statement.sqliteStatement)
    if code == SQLITE_ROW { return true }
    position = 0
    sqlite3_reset(statement.sqliteStatement)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage,
        sql: statement.sql)
    }
    return false
  }

  /// SQLITE_TRANSIENT, a macro that is not imported: −1 for a destructor.
  private static let copying = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
