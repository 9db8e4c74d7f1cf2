import Domain
import GRDB
import Ledger

/// Folds events into the tables, within one transaction.
struct EventFolder {
  /// Thrown where names come to mean other people, or labels something else, than when batches were
  /// read: everything that was counted by them is to be derived again.
  struct MeaningChanged: Error {}

  /// How names of annotators and labels are understood.
  enum Meaning {
    /// As it is in force; a change after imports throws `MeaningChanged`.
    case asInForce
    /// As it is at the end of the log.
    case asIn(LastMeaning)
  }

  /// What names and labels mean at the end of a log.
  struct LastMeaning {
    let settings: Settings
    let reading: LabelReading
  }

  private let database: Database
  private let derivation: Derivation
  private let meaning: Meaning
  private var head: Head
  private var settings: Settings
  private var reading: LabelReading
  private var session: DerivingSession?

  init(_ database: Database, derivation: Derivation, meaning: Meaning = .asInForce) throws {
    self.database = database
    self.derivation = derivation
    self.meaning = meaning
    head = try MetaTable.head(database)
    settings = try Self.settings(database, derivation)
    reading =
      if case .asIn(let last) = meaning { last.reading } else {
        try MigrationTable.reading(database)
      }
  }

  static func settings(_ database: Database, _ derivation: Derivation) throws -> Settings {
    guard let text = try MetaTable.text(.configuration, database) else { return .initial }
    guard let configuration = derivation.configuration(text) else {
      throw IndexFailure.unreadableConfiguration
    }
    return Settings(configuration)
  }

  /// Takes in the next event. Those that are known already are passed over.
  mutating func fold(_ event: Event) throws {
    guard event.seq > head.seq else { return }
    try requireNext(event)
    switch event.body {
    case .genesis(let genesis):
      try MetaTable.set(.project, genesis.project.hex, database)
      try MetaTable.set(.projectName, genesis.name, database)
      session = nil
    case .config(let change): try take(change)
    case .role(let member): try MemberTable.write(member, database)
    case .imported(let record): try take(record, at: event.draft.at, seq: event.seq)
    case .decision(let decision):
      let escalated = decision.outcome == .escalated
      let read = reading.read(decision.outcome, at: event.seq)
      try settle(
        decision.seatID, event,
        SeatStanding(
          status: escalated ? .escalated : .ruled, seq: event.seq, by: event.draft.actor,
          outcome: read ?? decision.outcome), says: read?.value)
      if !decision.cites.isEmpty {
        let unit = try remember(event, about: decision.seatID.unit)
        try CitationTable.write(decision.cites, at: event.seq, of: unit, database)
      }
    case .withdraw(let body): try unsettle(body.seatID, .withdrawn, event)
    case .reopen(let body): try unsettle(body.seatID, .reopened, event)
    case .flag(let remark): try flag(remark, event)
    case .comment(let remark): _ = try remember(event, about: remark.unit)
    case .clause, .guideline: try GuidelineTable.fold(event, database)
    case .publish(let publication):
      try GuidelineTable.fold(event, database)
      try doubt(publication.inDoubt, .version(publication.version))
    case .migrate(let migration): try take(migration, event)
    case .gold(let change):
      try GoldTable.write(
        change.read(through: reading, at: event.seq), event,
        of: try remember(event, about: change.unit), database)
    case .calibrate(let step): try CalibrationTable.write(step, at: event.seq, database)
    case .audit(let draw): try take(draw, at: event.seq)
    case .refused, .recovered: break
    }
    try accept(event)
  }

  /// Takes in an import whose event is made from its counts: `append` puts it into the log.
  ///
  /// - Returns: nil where `append` did not; then the transaction is to be rolled back.
  mutating func ingest(
    _ number: Int, at: Instant, policy: BatchPolicy, from stream: any BatchStream,
    append: (ImportCounts) throws -> Event?
  ) throws -> Event? {
    let counts = try ingest(number, at: at, policy: policy, from: stream)
    guard let event = try append(counts) else { return nil }
    try requireNext(event)
    guard case .imported(let record) = event.body, record.batch == number, event.draft.at == at
    else { throw BatchFailure(batch: number, reason: "the event is not that of this batch") }
    try complete(record, seq: event.seq)
    try accept(event)
    return event
  }

  /// Writes what was gathered. To be called once, at the end.
  mutating func finish() throws {
    try flush()
    try MetaTable.setHead(head, database)
  }

  private func requireNext(_ event: Event) throws {
    guard event.seq == head.seq + 1 else {
      throw IndexFailure.outOfOrder(expected: head.seq + 1, found: event.seq)
    }
    guard event.previous == head.hash else {
      throw IndexFailure.ahead(
        AheadEvidence(
          index: head, log: Head(of: event), found: event.previous))
    }
  }

  private mutating func accept(_ event: Event) throws {
    try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO operation (operation, seq) VALUES (?, ?)"
    ).execute(arguments: [event.draft.operation.hex, event.seq])
    head = Head(of: event)
  }

  private mutating func withSession<Outcome>(
    _ body: (inout DerivingSession) throws -> Outcome
  ) throws -> Outcome {
    var current: DerivingSession
    if let session {
      current = session
    } else {
      var named = settings
      if case .asIn(let last) = meaning { named = settings.naming(as: last.settings) }
      current = try DerivingSession(
        database, settings: named, reading: reading,
        project: MetaTable.text(.project, database) ?? "")
    }
    session = nil
    let outcome = try body(&current)
    session = current
    return outcome
  }

  private mutating func flush() throws {
    guard session != nil else { return }
    try withSession { (session) throws in try session.flush() }
    session = nil
  }
}

extension EventFolder {
  private mutating func take(_ change: ConfigurationChange) throws {
    guard let configuration = derivation.configuration(change.text) else {
      throw IndexFailure.unreadableConfiguration
    }
    let next = Settings(configuration)
    if case .asInForce = meaning, !next.namesPeople(as: settings),
      try Int.fetchOne(database, sql: "SELECT 1 FROM batch LIMIT 1") != nil
    {
      throw MeaningChanged()
    }
    try flush()
    try MetaTable.set(.configuration, change.text, database)
    try MetaTable.set(.configurationDigest, change.digest.hex, database)
    try RouteTable.write(configuration.routes, database)
    let isSame = next.derivesSame(as: settings)
    settings = next
    guard !isSame else { return }
    let units = try Int64.fetchAll(database, sql: "SELECT id FROM unit ORDER BY id")
    try withSession { session in
      for unit in units { try session.refresh(unit) }
    }
  }

  private mutating func take(_ migration: LabelMigration, _ event: Event) throws {
    // What was read before is to be read anew, through the mapping.
    guard case .asIn = meaning else { throw MeaningChanged() }
    try take(migration.settings)
    try MigrationTable.write(migration, event, database)
    try doubt(migration.inDoubt, .migration(seq: event.seq))
  }

  /// What it drew waits in the queue from here on; what the one before drew waits for it no longer.
  /// Not in the units' histories: the event says what would be released.
  private mutating func take(_ draw: AuditDraw, at seq: Int) throws {
    for unit in try AuditTable.drawn(database) {
      try withSession { session in try session.refresh(unit) { $0.audit = 0 } }
    }
    for (place, label) in draw.drawn.enumerated() {
      try withSession { session in
        try session.refresh(try session.unit(label.unit)) { $0.audit = place + 1 }
      }
    }
    try AuditTable.write(seq, database)
  }

  private mutating func take(_ record: ImportRecord, at: Instant, seq: Int) throws {
    let stream: any BatchStream
    do throws(BatchFailure) {
      stream = try derivation.batches.open(record)
    } catch {
      throw error
    }
    _ = try ingest(
      record.batch, at: at, policy: derivation.batches.policy(of: record), from: stream)
    try complete(record, seq: seq)
  }

  private mutating func ingest(
    _ number: Int, at: Instant, policy: BatchPolicy, from stream: any BatchStream
  ) throws -> ImportCounts {
    try flush()
    try database.execute(
      sql: """
        INSERT INTO batch (number, seq, at, sha256, mapping, digest, guideline)
        VALUES (?, -1, ?, '', '', '', ?)
        """, arguments: [number, at.milliseconds, policy.version])
    let counts = try withSession { session in
      var ingest = try BatchIngest(session, number: number, policy: policy)
      var stream = stream
      while let record = try stream.next() { try ingest.take(record) }
      return try ingest.finish()
    }
    session = nil
    return counts
  }

  private func complete(_ record: ImportRecord, seq: Int) throws {
    try database.execute(
      sql: "UPDATE batch SET seq = ?, sha256 = ?, mapping = ?, digest = ? WHERE number = ?",
      arguments: [seq, record.sha256.hex, record.mapping, record.digest.hex, record.batch])
  }

  /// - Parameter value: what the ruling says; nil where it has no value, or one without meaning.
  private mutating func settle(
    _ seat: SeatID, _ event: Event, _ standing: SeatStanding, says value: Value? = nil
  ) throws {
    let unit = try remember(event, about: seat.unit)
    let isMain = seat.seat == .main
    if isMain {
      let before = try SeatTable.seats(of: unit, database)[.main]
      try GoldTally.move(from: before, to: standing, database)
      if let before { try DoubtTable.follow(before, by: standing, database) }
    }
    try SeatTable.write(standing, seat.seat, of: unit, database)
    try withSession { session in
      let vote = try value.map { try session.book.entry($0).vote } ?? 0
      try session.refresh(unit) { record in
        guard isMain else { return }
        record.settled = standing.status == .ruled ? event.seq : -1
        record.day = standing.status == .ruled ? event.draft.at.dayNumber : 0
        record.ruled = vote
        record.doubt = 0
      }
    }
  }

  private mutating func unsettle(
    _ seat: SeatID, _ status: SeatStanding.Status, _ event: Event
  ) throws {
    let unit = try remember(event, about: seat.unit)
    guard let standing = try SeatTable.seats(of: unit, database)[seat.seat] else { return }
    try settle(
      seat, event,
      SeatStanding(
        status: status, seq: event.seq, by: event.draft.actor, outcome: standing.outcome))
  }

  /// Brings the units whose rulings are put in doubt back to the queue, where these still stand.
  /// O(rulings in doubt).
  private mutating func doubt(_ rulings: [Int], _ cause: DoubtCause) throws {
    for ruling in rulings {
      let unit = try Int64.fetchOne(
        database.cachedStatement(
          sql: "SELECT unit FROM seat WHERE seq = ? AND seat = 'main' AND status = 'ruled'"),
        arguments: [ruling])
      guard let unit else { continue }
      try withSession { session in
        try session.refresh(unit) { $0.doubt(by: cause) }
      }
    }
  }

  private mutating func flag(_ remark: Remark, _ event: Event) throws {
    let unit = try remember(event, about: remark.unit)
    try database.execute(
      sql: "INSERT OR REPLACE INTO flag (unit, is_raised, content) VALUES (?, ?, ?)",
      arguments: [unit, remark.isRaised, remark.text])
    try withSession { session in
      try session.refresh(unit) { $0.isFlagged = remark.isRaised }
    }
  }

  /// Notes the event in the unit's history.
  private mutating func remember(_ event: Event, about unit: UnitID) throws -> Int64 {
    let id = try withSession { session in try session.unit(unit) }
    try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO history (unit, seq) VALUES (?, ?)"
    ).execute(arguments: [id, event.seq])
    return id
  }
}

extension Instant {
  /// Days since 1970-01-01, in UTC.
  var dayNumber: Int64 {
    Int64(days(since: Instant(milliseconds: 0)))
  }
}
