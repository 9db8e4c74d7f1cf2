import Domain
import GRDB
import Ledger

/// Single facts about the project and about the index itself.
enum MetaTable {
  enum Name: String {
    case seq
    case hash
    case project
    case projectName
    case configuration
    case configurationDigest
    /// Position of the last event about the guideline.
    case guideline
  }

  static func text(_ name: Name, _ database: Database) throws -> String? {
    try String.fetchOne(
      database.cachedStatement(sql: "SELECT content FROM meta WHERE name = ?"),
      arguments: [name.rawValue])
  }

  static func set(_ name: Name, _ text: String, _ database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO meta (name, content) VALUES (?, ?)
        ON CONFLICT DO UPDATE SET content = excluded.content
        """
    ).execute(arguments: [name.rawValue, text])
  }

  /// The last event that the tables know.
  static func head(_ database: Database) throws -> Head {
    guard let seq = try text(.seq, database).flatMap({ Int($0) }),
      let hash = try text(.hash, database).flatMap({ Digest(hex: $0) })
    else { return .empty }
    return Head(seq: seq, hash: hash)
  }

  static func setHead(_ head: Head, _ database: Database) throws {
    try set(.seq, String(head.seq), database)
    try set(.hash, head.hash.hex, database)
  }
}
