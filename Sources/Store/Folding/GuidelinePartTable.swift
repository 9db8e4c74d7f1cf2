import Domain
import GRDB

/// The rows of one kind of the guideline's parts: the last proposal, and one row a version that changed
/// it.
struct GuidelinePartTable<Content: Hashable & Sendable> {
  let parts: String
  let revisions: String
  let text: @Sendable (Content) -> String
  let content: @Sendable (String) -> Content?

  func find(_ id: String, _ database: Database) throws -> Revised<Content>? {
    guard
      let row = try Row.fetchOne(
        database, sql: "\(select) WHERE id = ?", arguments: [id])
    else { return nil }
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT version, seq, content FROM \(revisions) WHERE id = ? ORDER BY version",
      arguments: [id])
    return try revised(row, try rows.map { try revision($0) })
  }

  /// By id.
  func all(_ database: Database) throws -> [(String, Revised<Content>)] {
    var past: [String: [Revised<Content>.Revision]] = [:]
    let cursor = try Row.fetchCursor(
      database, sql: "SELECT version, seq, content, id FROM \(revisions) ORDER BY id, version")
    while let row = try cursor.next() { past[row[3], default: []].append(try revision(row)) }
    return try Row.fetchAll(database, sql: "\(select) ORDER BY id").map { row in
      let id: String = row[0]
      return (id, try revised(row, past[id] ?? []))
    }
  }

  func write(_ part: Revised<Content>, _ id: String, _ database: Database) throws {
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO \(parts) (id, seq, by, at, content, is_taken_out, stage)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, part.seq, part.by.text, part.at.milliseconds, text(part.content), part.isTakenOut,
        part.stage.rawValue,
      ])
  }

  func write(
    _ revision: Revised<Content>.Revision, _ id: String, _ database: Database
  ) throws {
    try database.execute(
      sql: "INSERT INTO \(revisions) (id, version, seq, content) VALUES (?, ?, ?, ?)",
      arguments: [id, revision.version, revision.seq, revision.content.map(text)])
  }

  private var select: String {
    "SELECT id, seq, by, at, content, is_taken_out, stage FROM \(parts)"
  }

  private func revised(
    _ row: Row, _ revisions: [Revised<Content>.Revision]
  ) throws -> Revised<Content> {
    guard let stage = ProposalStage(rawValue: row[6]) else {
      throw ReadFailure.stale("the table \(parts) cannot be read")
    }
    return Revised(
      content: try read(row[4]), isTakenOut: row[5], seq: row[1], by: MemberID(row[2]),
      at: Instant(milliseconds: row[3]), stage: stage, revisions: revisions)
  }

  private func revision(_ row: Row) throws -> Revised<Content>.Revision {
    let text: String? = row[2]
    return .init(version: row[0], seq: row[1], content: try text.map { try read($0) })
  }

  private func read(_ text: String) throws -> Content {
    guard let content = content(text) else {
      throw ReadFailure.stale("the table \(parts) cannot be read")
    }
    return content
  }
}

extension GuidelinePartTable where Content == ClauseText {
  static let clauses = GuidelinePartTable(
    parts: "clause", revisions: "clause_version",
    text: { Canonical.text(.object($0.canonical)) },
    content: { text in
      (try? CanonicalReader.read(Array(text.utf8)))?.object.flatMap { ClauseText(canonical: $0) }
    })
}

extension GuidelinePartTable where Content == String {
  static let sections = GuidelinePartTable(
    parts: "guideline_section", revisions: "section_version", text: { $0 }, content: { $0 })
}
