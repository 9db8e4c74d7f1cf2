import Domain
import GRDB

/// The guideline's tables. What an event does to them is what `Guideline.evolve` does.
enum GuidelineTable {
  /// Takes in an event about the guideline. O(the parts it names).
  static func fold(_ event: Event, _ database: Database) throws {
    switch event.body {
    case .clause(let change):
      try fold(event, .clause(change.id), database)
    case .guideline(let change):
      try fold(event, .section(change.id), database)
    case .publish(let publication): try fold(event, publication, database)
    default: return
    }
    try MetaTable.set(.guideline, String(event.seq), database)
  }

  /// All of it. O(parts and their revisions).
  static func read(_ database: Database) throws -> Guideline {
    var clauses: [ClauseID: Clause] = [:]
    for (id, clause) in try GuidelinePartTable.clauses.all(database) {
      clauses[ClauseID(id)] = clause
    }
    var sections: [SectionID: Revised<String>] = [:]
    for (key, section) in try GuidelinePartTable.sections.all(database) {
      guard let id = SectionID(key: key) else { throw ReadFailure.stale("section \(key)") }
      sections[id] = section
    }
    return Guideline(
      clauses: clauses, sections: sections, versions: try versions(database),
      seq: try position(database))
  }

  /// Position of the last event about the guideline; −1 before the first.
  static func position(_ database: Database) throws -> Int {
    try MetaTable.text(.guideline, database).flatMap { Int($0) } ?? -1
  }

  /// The version in force; 0 before the first.
  static func version(_ database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT max(version) FROM guideline_version") ?? 0
  }

  static func digestInForce(_ database: Database) throws -> String? {
    try String.fetchOne(
      database, sql: "SELECT digest FROM guideline_version ORDER BY version DESC LIMIT 1")
  }

  private static func fold(
    _ event: Event, _ part: GuidelinePart, _ database: Database
  ) throws {
    var guideline = try only([part], database)
    guideline.evolve(event)
    try write(part, of: guideline, database)
  }

  private static func fold(
    _ event: Event, _ publication: Publication, _ database: Database
  ) throws {
    let parts = publication.changes.map(\.part)
    var guideline = try only(parts, database)
    guideline.evolve(event)
    for part in parts {
      try write(part, of: guideline, database)
      try writeRevision(part, of: guideline, database)
    }
    let changes = CanonicalValue.array(
      publication.changes.map { change in
        .array([
          .string(change.part.key), .integer(Int64(change.seq)), .string(change.kind.rawValue),
        ])
      })
    try database.execute(
      sql: """
        INSERT INTO guideline_version (version, seq, at, by, digest, changes, calibration,
          waived)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        publication.version, event.seq, event.draft.at.milliseconds, event.draft.actor.text,
        publication.digest.hex, Canonical.text(changes), publication.calibration,
        publication.waived,
      ])
    for ruling in publication.inDoubt {
      try DoubtTable.write(ruling, .version(publication.version), database)
    }
  }

  /// As much of the guideline as speaks of these parts.
  private static func only(
    _ parts: [GuidelinePart], _ database: Database
  ) throws -> Guideline {
    var clauses: [ClauseID: Clause] = [:]
    var sections: [SectionID: Revised<String>] = [:]
    for part in parts {
      switch part {
      case .clause(let id):
        clauses[id] = try GuidelinePartTable.clauses.find(part.key, database)
      case .section(let id):
        sections[id] = try GuidelinePartTable.sections.find(part.key, database)
      }
    }
    return Guideline(clauses: clauses, sections: sections)
  }

  private static func write(
    _ part: GuidelinePart, of guideline: Guideline, _ database: Database
  ) throws {
    switch part {
    case .clause(let id):
      guard let clause = guideline.clauses[id] else { return }
      try GuidelinePartTable.clauses.write(clause, part.key, database)
    case .section(let id):
      guard let section = guideline.sections[id] else { return }
      try GuidelinePartTable.sections.write(section, part.key, database)
    }
  }

  private static func writeRevision(
    _ part: GuidelinePart, of guideline: Guideline, _ database: Database
  ) throws {
    switch part {
    case .clause(let id):
      guard let revision = guideline.clauses[id]?.revisions.last else { return }
      try GuidelinePartTable.clauses.write(revision, part.key, database)
    case .section(let id):
      guard let revision = guideline.sections[id]?.revisions.last else { return }
      try GuidelinePartTable.sections.write(revision, part.key, database)
    }
  }

  private static func versions(_ database: Database) throws -> [GuidelineVersion] {
    var doubts: [Int: [Int]] = [:]
    let published = DoubtCause.condition(.version, on: "cause")
    let cursor = try SQLRequest<Row>(
      literal: SQL("SELECT cause, ruling FROM doubt WHERE \(published)")
    ).fetchCursor(database)
    while let row = try cursor.next() { doubts[row[0], default: []].append(row[1]) }
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT version, seq, at, by, digest, changes, calibration, waived
        FROM guideline_version
        ORDER BY version
        """)
    return try rows.map { row in
      let number: Int = row[0]
      guard let digest = Digest(hex: row[4]), let changes = changes(row[5]) else {
        throw ReadFailure.stale("version \(number) of the guideline cannot be read")
      }
      let publication = Publication(
        version: number, digest: digest, changes: changes, inDoubt: doubts[number] ?? [],
        calibration: row[6], waived: row[7])
      return GuidelineVersion(
        publication: publication, seq: row[1], by: MemberID(row[3]),
        at: Instant(milliseconds: row[2]))
    }
  }

  private static func changes(_ text: String) -> [PublishedChange]? {
    guard let values = (try? CanonicalReader.read(Array(text.utf8)))?.array else { return nil }
    let changes = values.compactMap { value -> PublishedChange? in
      guard let parts = value.array, parts.count == 3,
        let part = parts[0].string.flatMap({ GuidelinePart(key: $0) }),
        let seq = parts[1].integer,
        let kind = parts[2].string.flatMap({ PublishedChange.Kind(rawValue: $0) })
      else { return nil }
      return PublishedChange(part: part, seq: Int(seq), kind: kind)
    }
    return changes.count == values.count ? changes : nil
  }
}
