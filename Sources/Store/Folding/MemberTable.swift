import Domain
import GRDB

/// The members, as their last role event left them.
enum MemberTable {
  static func write(_ member: Member, _ database: Database) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO member (id, user, roles, annotators) VALUES (?, ?, ?, ?)",
      arguments: [
        member.id.text, member.user, StoredText.text(member.roles.map(\.rawValue)),
        StoredText.text(member.annotators.map(\.text)),
      ])
  }

  /// In byte order of their ids.
  static func all(_ database: Database) throws -> [Member] {
    try Row.fetchAll(
      database, sql: "SELECT id, user, roles, annotators FROM member ORDER BY id"
    ).map { member($0) }
  }

  static func find(_ id: MemberID, _ database: Database) throws -> Member? {
    try Row.fetchOne(
      database, sql: "SELECT id, user, roles, annotators FROM member WHERE id = ?",
      arguments: [id.text]
    ).map { member($0) }
  }

  private static func member(_ row: Row) -> Member {
    Member(
      id: MemberID(row[0]), user: row[1],
      roles: StoredText.strings(row[2]).compactMap { MemberRole(rawValue: $0) },
      annotators: StoredText.strings(row[3]).map { AnnotatorID($0) })
  }
}
