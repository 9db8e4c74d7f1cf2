package import Domain
import GRDB
import Ledger

extension ProjectIndex {
  /// How what was said before label sets changed reads now.
  package func labelReading() throws(ReadFailure) -> LabelReading {
    try reading { try MigrationTable.reading($0) }
  }

  /// The migrations so far, oldest first.
  package func migrations() throws(ReadFailure) -> [RecordedMigration] {
    try reading { database in
      try MigrationTable.reading(database).borders.compactMap { border in
        let event = try event(at: border.seq)
        guard case .migrate(let migration) = event.body else { return nil }
        return RecordedMigration(
          seq: border.seq, by: event.draft.actor, at: event.draft.at, migration: migration)
      }
    }
  }

  /// What a mapping would meet: the labels that were said, and the rulings it would leave without
  /// meaning. O(ratings + rulings).
  package func migrationFacts(_ mapping: LabelMapping) throws(ReadFailure) -> MigrationFacts {
    try reading { database in
      var facts = MigrationFacts()
      facts.batch = try Int.fetchOne(database, sql: "SELECT max(number) FROM batch") ?? 0
      let labels = try String.fetchAll(
        database,
        sql: """
          SELECT DISTINCT l.label FROM value_label l WHERE l.value IN (
            SELECT DISTINCT value FROM rating UNION SELECT DISTINCT ruled FROM unit)
          """)
      facts.used = Set(labels.map { LabelID($0) })
      let marks = try String.fetchAll(
        database, sql: "SELECT DISTINCT outcome FROM gold WHERE outcome IS NOT NULL")
      for mark in marks {
        facts.used.formUnion(StoredText.outcome(mark)?.value?.mentionedLabels ?? [])
      }
      let rulings = try Row.fetchCursor(
        database,
        sql: """
          SELECT u.settled, v.content FROM unit u JOIN value v ON v.id = u.ruled
          WHERE u.settled >= 0 ORDER BY u.settled
          """)
      var ended: [String: Bool] = [:]
      while let row = try rulings.next() {
        let content: String = row[1]
        let isEnded =
          ended[content] ?? (StoredText.value(content).map { mapping.read($0) == nil } ?? false)
        ended[content] = isEnded
        if isEnded { facts.ended.append(row[0]) }
      }
      return facts
    }
  }

  /// What stands at these positions, in their order; what no longer stands is left out.
  package func standings(at positions: [Int]) throws(ReadFailure) -> [Citation] {
    try reading { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT u.item_name, u.question_name, s.status, s.seq, s.by, s.outcome
          FROM seat s JOIN unit u ON u.id = s.unit WHERE s.seq = ?
          """)
      return try positions.compactMap { seq in
        try Row.fetchOne(statement, arguments: [seq]).map { row in
          Citation(
            unit: UnitID(item: ItemID(row[0]), question: QuestionID(row[1])),
            standing: try SeatTable.standing(row, from: 2))
        }
      }
    }
  }

  /// How often each value stands among ratings, rulings and gold. O(ratings).
  package func valueUses() throws(ReadFailure) -> [ValueUse] {
    let gold = try goldUnits()
    return try reading { database in
      var uses: [Value: ValueUse] = [:]
      func add(_ sql: String, _ path: WritableKeyPath<ValueUse, Int>) throws {
        for row in try Row.fetchAll(database, sql: sql) {
          guard let value = StoredText.value(row[0]) else {
            throw ReadFailure.stale("a value cannot be read")
          }
          uses[value, default: ValueUse(value: value)][keyPath: path] += row[1]
        }
      }
      try add(
        """
        SELECT v.content, count(*) FROM rating r JOIN value v ON v.id = r.value
        WHERE r.in_force = 1 AND r.origin = 0 GROUP BY v.content
        """, \.ratings)
      try add(
        """
        SELECT v.content, count(*) FROM unit u JOIN value v ON v.id = u.ruled
        WHERE u.settled >= 0 GROUP BY v.content
        """, \.rulings)
      for unit in gold {
        guard let value = unit.outcome.value else { continue }
        uses[value, default: ValueUse(value: value)].gold += 1
      }
      return uses.values.sorted {
        Canonical.bytes($0.value.canonical).lexicographicallyPrecedes(
          Canonical.bytes($1.value.canonical))
      }
    }
  }

  /// Units with ratings that count from both sides of each border. O(borders · ratings).
  package func borderFigures() throws(ReadFailure) -> [BorderFigures] {
    try reading { database in
      try MigrationTable.reading(database).borders.map { border in
        BorderFigures(
          seq: border.seq,
          mixed: try Int.fetchOne(
            database,
            sql: """
              SELECT count(*) FROM (
                SELECT 1 FROM rating WHERE is_vote = 1 GROUP BY item, question
                HAVING min(batch) <= ?1 AND max(batch) > ?1)
              """, arguments: [border.batch]) ?? 0)
      }
    }
  }

  /// Ratings of people in force that migrations left without meaning. O(ratings).
  package func endedRatings() throws(ReadFailure) -> Int {
    try reading { database in
      try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM rating r JOIN value v ON v.id = r.value
          WHERE r.given IS NOT NULL AND r.in_force = 1 AND r.origin = 0 AND v.content = ?
          """, arguments: [Canonical.text(Value.abstained.canonical)]) ?? 0
    }
  }

  /// What a migration would make of the queue: all tables are derived as if it had happened, looked
  /// at, and put back. Readers go on with what is there. O(project), as a rebuild.
  package func outlook(
    _ migration: LabelMigration, by actor: MemberID, at: Instant
  ) throws(ReadFailure) -> QueueOutlook {
    do {
      var outlook = QueueOutlook()
      try pool.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          let before = try Self.queued(database)
          try derive(as: migration, by: actor, at: at, database)
          let after = try Self.queued(database)
          outlook.before = before.count
          outlook.after = after.count
          outlook.entering = after.subtracting(before).count
          outlook.leaving = before.subtracting(after).count
          return .rollback
        }
      }
      return outlook
    } catch {
      throw ReadFailure(error)
    }
  }

  private func derive(
    as migration: LabelMigration, by actor: MemberID, at: Instant, _ database: Database
  ) throws {
    let head = try MetaTable.head(database)
    let last = try lastMeaning(upTo: head.seq)
    guard let configuration = derivation.configuration(migration.settings.text) else {
      throw IndexFailure.unreadableConfiguration
    }
    var reading = last.reading
    reading.add(migration, at: head.seq + 1)
    let meaning = EventFolder.LastMeaning(settings: Settings(configuration), reading: reading)
    var folder = try derived(upTo: head.seq, meaning, database)
    let draft = EventDraft(
      operation: OperationID(high: 0, low: 0), at: at, actor: actor, isSandbox: false,
      body: .migrate(migration))
    try folder.fold(
      Event(seq: head.seq + 1, previous: head.hash, hash: .zero, draft: draft))
    try folder.finish()
  }

  private static func queued(_ database: Database) throws -> Set<UnitID> {
    var units: Set<UnitID> = []
    let cursor = try Row.fetchCursor(
      database, sql: "SELECT item_name, question_name FROM unit WHERE queued = 1")
    while let row = try cursor.next() {
      units.insert(UnitID(item: ItemID(row[0]), question: QuestionID(row[1])))
    }
    return units
  }

  /// An outcome that was recorded at a position as it reads now; nil where it says nothing any more.
  static func read(
    _ outcome: Outcome, at seq: Int, _ database: Database
  ) throws -> Outcome? {
    try MigrationTable.reading(database).read(outcome, at: seq)
  }
}
