package import Domain
import GRDB
import Ledger

extension ProjectIndex {
  package func dossier(_ item: ItemID, now: Instant) throws(ReadFailure) -> Dossier? {
    try reading { database in
      let number = try Int64.fetchOne(
        database, sql: "SELECT id FROM item WHERE name = ?", arguments: [item.text])
      guard let number else { return nil }
      let reader = try self.reader(database, now)
      guard let content = try reader.item(number) else { return nil }
      let ids = try Int64.fetchAll(
        database, sql: "SELECT id FROM unit WHERE item = ? ORDER BY question_name",
        arguments: [number])
      let units = try ids.compactMap { id in
        try reader.record(id).map { try self.unit($0, showing: content.payload, reader) }
      }
      let numbers = Set(units.flatMap { $0.ratings.map(\.reference.batch) }).sorted()
      return Dossier(
        item: content, units: units,
        batches: try numbers.compactMap { try self.arrival(of: $0, database) })
    }
  }

  package func lastRuling(by member: MemberID) throws(ReadFailure) -> OwnRuling? {
    try reading { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT u.item_name, u.question_name, s.seat, s.seq FROM seat s
          JOIN unit u ON u.id = s.unit
          WHERE s.by = ? AND s.status IN ('ruled', 'escalated') ORDER BY s.seq DESC LIMIT 1
          """, arguments: [member.text])
      guard let row, let seat = Seat(rawValue: row[2]) else { return nil }
      let event = try self.event(at: row[3])
      guard case .decision(let decision) = event.body else { return nil }
      let unit = UnitID(item: ItemID(row[0]), question: QuestionID(row[1]))
      let outcome = try Self.read(decision.outcome, at: event.seq, database)
      return OwnRuling(
        seatID: SeatID(unit: unit, seat: seat), outcome: outcome ?? decision.outcome,
        at: event.draft.at)
    }
  }

  private func arrival(of batch: Int, _ database: Database) throws -> BatchArrival? {
    let row = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT seq, at FROM batch WHERE number = ?"),
      arguments: [batch])
    return row.map {
      BatchArrival(number: batch, seq: $0[0], at: Instant(milliseconds: $0[1]))
    }
  }

  package func facts(_ unit: UnitID) throws(ReadFailure) -> UnitFacts? {
    try reading { database in
      let id = try Int64.fetchOne(
        database, sql: "SELECT id FROM unit WHERE item_name = ? AND question_name = ?",
        arguments: [unit.item.text, unit.question.text])
      let reader = RowReader(database)
      guard let id, let record = try reader.record(id) else { return nil }
      return try self.facts(record, reader)
    }
  }

  /// The line of the queue that speaks of a unit; nil for a unit that is not there.
  package func row(_ unit: UnitID, now: Instant) throws(ReadFailure) -> QueueRow? {
    try reading { database in
      let id = try Int64.fetchOne(
        database.cachedStatement(
          sql: "SELECT id FROM unit WHERE item_name = ? AND question_name = ?"),
        arguments: [unit.item.text, unit.question.text])
      let reader = try self.reader(database, now)
      return try id.flatMap { try reader.record($0) }.map { try reader.row($0) }
    }
  }

  private func unit(
    _ unit: UnitRecord, showing payload: Payload, _ reader: RowReader
  ) throws -> UnitDossier {
    UnitDossier(
      facts: try facts(unit, reader), row: try reader.row(unit),
      rank: try rank(of: unit, reader.database), ratings: try reader.ratings(of: unit),
      history: try history(of: unit, reader.database),
      precedents: try precedents(for: unit.id, showing: payload, reader.database),
      doubt: try doubt(of: unit, reader),
      reason: try reason(unit, reader.database))
  }

  private func facts(_ unit: UnitRecord, _ reader: RowReader) throws -> UnitFacts {
    let database = reader.database
    let raters = try String.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT DISTINCT a.name FROM rating r JOIN annotator a ON a.id = r.annotator
          WHERE r.item = ? AND r.origin IN (0, 3) ORDER BY a.name
          """), arguments: [unit.item])
    var route: Route?
    if unit.route > 0 {
      let routes = try EventFolder.settings(database, derivation).configuration.routes
      route = unit.route <= routes.count ? routes[unit.route - 1] : nil
    }
    return UnitFacts(
      id: unit.name, newestBatch: try ItemTable.batch(of: unit.item, database),
      raters: raters.map { AnnotatorID($0) }, kind: try reader.row(unit).leads?.kind,
      labelsInUse: try Self.labels(unit.question, database), route: route,
      seats: try SeatTable.seats(of: unit.id, database),
      doubt: DoubtCause(code: unit.doubt),
      gold: try GoldTable.standing(of: unit.id, database),
      hasImportedGold: try GoldTable.hasImported(unit.item, unit.question, database),
      audit: unit.isDrawn ? try AuditTable.newest(database) : nil)
  }

  /// The labels that occur in ratings of a question, in byte order.
  static func labels(_ question: Int64, _ database: Database) throws -> [LabelID] {
    try String.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT DISTINCT l.label FROM question_value q JOIN value_label l ON l.value = q.value
          WHERE q.question = ? ORDER BY l.label
          """), arguments: [question]
    ).map { LabelID($0) }
  }

  private func history(of unit: UnitRecord, _ database: Database) throws -> [Event] {
    let positions = try Int.fetchAll(
      database.cachedStatement(sql: "SELECT seq FROM history WHERE unit = ? ORDER BY seq"),
      arguments: [unit.id])
    return try positions.map { try event(at: $0) }
  }

  /// The event at a position that the tables know.
  func event(at seq: Int) throws -> Event {
    guard let event = try events.read(from: seq, limit: 1).first else {
      throw ReadFailure.stale("the log ends before position \(seq)")
    }
    return event
  }

  private func doubt(of unit: UnitRecord, _ reader: RowReader) throws -> Doubt? {
    guard let cause = DoubtCause(code: unit.doubt), unit.settled >= 0,
      case .decision(var decision) = try event(at: unit.settled).body
    else { return nil }
    if let read = try Self.read(decision.outcome, at: unit.settled, reader.database) {
      decision.outcome = read
    }
    let guideline = try GuidelineTable.read(reader.database)
    let cites = decision.cites.filter { guideline.isInForce($0) }
    guard case .version(let number) = cause else {
      return Doubt(cause: cause, decision: decision, seq: unit.settled, parts: [], cites: cites)
    }
    guard let version = guideline.versions.first(where: { $0.number == number }) else {
      throw ReadFailure.stale("version \(number) of the guideline is missing")
    }
    let semantic = version.publication.changes.filter { $0.kind == .semantic }.map(\.part)
    let cited = semantic.filter { part in
      if case .clause(let id) = part { decision.cites.contains(id) } else { false }
    }
    let labels = Set(try reader.row(unit).groups.flatMap(\.value.mentionedLabels))
    let parts =
      cited.isEmpty ? semantic.filter { guideline.concerns($0, labels, in: number) } : cited
    return Doubt(
      cause: cause, decision: decision, seq: unit.settled,
      parts: parts.map { Doubt.Part($0, guideline.change(of: $0, in: number)) }, cites: cites)
  }

  /// What the models say of a unit that waits; nothing of one that an audit drew.
  private func reason(_ unit: UnitRecord, _ database: Database) throws -> QueueReason? {
    guard !unit.isDrawn, try figures(database) != nil else { return nil }
    return learned.read { $0.reason(unit.id) }
  }

  /// Place in the project's own order. O(units before it), by index. What an audit drew has none: it
  /// goes before.
  private func rank(of unit: UnitRecord, _ database: Database) throws -> Int? {
    guard unit.isQueued, !unit.isDrawn else { return nil }
    let drawn = try AuditTable.waiting(database)
    let policy = try EventFolder.settings(database, derivation).configuration.queue.policy
    // Ranges of an index, counted one by one: an OR between them would look at every open unit.
    let ranges: [SQL]
    var lead: Int64?
    switch policy {
    case .gain:
      if let figures = try figures(database) { return figures.rank(of: unit.id) }
      ranges = [
        SQL("gain > \(unit.gain)"), SQL("gain = \(unit.gain) AND hash < \(unit.hash)"),
      ]
    case .lowestAgreement:
      let agreement = unit.agreement ?? 2
      ranges = [SQL("(coalesce(agreement, 2.0), hash) < (\(agreement), \(unit.hash))")]
    case .oldest: ranges = [SQL("(batch, hash) < (\(unit.batch), \(unit.hash))")]
    case .stratified:
      // Turns of the leading values are not counted by the models' gains.
      guard try figures(database) == nil else { return nil }
      let own = try Int64.fetchOne(
        database, sql: "SELECT lead FROM unit WHERE id = ?", arguments: [unit.id])
      lead = own
      ranges = [
        SQL("lead = \(own) AND gain > \(unit.gain)"),
        SQL("lead = \(own) AND gain = \(unit.gain) AND hash < \(unit.hash)"),
      ]
    }
    let others = SQL(sql: drawn > 0 ? "AND NOT (audit > 0 AND settled < 0)" : "")
    let before = try ranges.reduce(drawn) { count, range in
      try count
        + (SQLRequest<Int>(
          literal: SQL("SELECT count(*) FROM unit WHERE queued = 1 AND \(range) \(others)")
        )
        .fetchOne(database) ?? 0)
    }
    guard let lead else { return before + 1 }
    // Turns of the leading values are not counted apart from what goes before them.
    guard drawn == 0 else { return nil }
    return try Strata.rank(of: unit, lead: lead, before: before, database)
  }
}
