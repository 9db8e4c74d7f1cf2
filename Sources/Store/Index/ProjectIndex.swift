package import Domain
import GRDB
package import Ledger

/// One project's index: every table derived from its log and its batches, in `items.sqlite`.
///
/// It is never ahead of the log and can be deleted at any time. Several processes may have it open;
/// one writes at a time, readers see the last commit. All calls block and are made from workers.
package final class ProjectIndex: Sendable {
  let pool: DatabasePool
  let events: any EventStore
  let derivation: Derivation
  let leases: (any LeaseBook)?
  let learned: LearnedQueue

  /// Opens the index at a path, and makes an empty one where there is none, or one of another
  /// version, or a damaged one. Cost does not grow with the project; `catchUp()` does the rest.
  package init(
    path: String, events: any EventStore, derivation: Derivation, leases: (any LeaseBook)? = nil
  ) throws(IndexFailure) {
    learned = LearnedQueue()
    pool = try IndexFile.open(path, learned)
    self.events = events
    self.derivation = derivation
    self.leases = leases
  }

  /// Removes an index that nobody has open: what is damaged beyond reading is made anew from nothing.
  package static func discard(path: String) {
    IndexFile.discard(path)
  }

  /// The last event that the tables know.
  package func head() throws(IndexFailure) -> Head {
    do {
      return try pool.read { try MetaTable.head($0) }
    } catch {
      throw IndexFailure(error)
    }
  }

  /// Brings the tables up to the log: this is what recovery is. O(events that are missing).
  ///
  /// - Throws: `.ahead` where the log was cut or rewritten; nothing was changed then.
  @discardableResult
  package func catchUp() throws(IndexFailure) -> Head {
    do {
      var known = try head()
      let log = try events.head()
      try requireSame(known, log)
      while known.seq < log.seq {
        known = try fold(try events.read(from: known.seq + 1, limit: 1024))
      }
      return known
    } catch is EventFolder.MeaningChanged {
      return try rebuild()
    } catch {
      throw IndexFailure(error)
    }
  }

  /// Takes in events that were just appended; where some are missing before them, those too.
  ///
  /// O(labels of the item) for a decision.
  @discardableResult
  package func apply(_ appended: [Event]) throws(IndexFailure) -> Head {
    do {
      return try fold(appended)
    } catch is EventFolder.MeaningChanged {
      return try rebuild()
    } catch IndexFailure.outOfOrder(_, _) {
      return try catchUp()
    } catch {
      throw IndexFailure(error)
    }
  }

  /// Takes in a batch and its event as one step: the tables are computed, `append` gets the counts and
  /// puts the event into the log, then the tables are committed.
  ///
  /// A crash between append and commit leaves the index behind; `catchUp()` reads the batch again.
  ///
  /// - Parameters:
  ///   - number: the batch's number; the event must name it.
  ///   - at: the time the event will carry.
  ///   - append: returns nil where the event was not appended: then nothing was changed.
  package func ingest(
    _ number: Int, at: Instant, policy: BatchPolicy, from stream: any BatchStream,
    append: (ImportCounts) -> Event?
  ) throws(IndexFailure) -> Event? {
    do {
      return try writeOrCancel { database in
        var folder = try EventFolder(database, derivation: derivation)
        let event = try folder.ingest(
          number, at: at, policy: policy, from: stream, append: append)
        if event != nil { try folder.finish() }
        return event
      }
    } catch {
      throw IndexFailure(error)
    }
  }

  /// What a batch would change, without changing anything.
  package func plan(
    _ number: Int, at: Instant, policy: BatchPolicy, from stream: any BatchStream
  ) throws(IndexFailure) -> ImportCounts {
    var planned = ImportCounts()
    _ = try ingest(number, at: at, policy: policy, from: stream) { counts in
      planned = counts
      return nil
    }
    return planned
  }

  /// Drops every table and derives them again from log and batches, as one step for readers.
  @discardableResult
  package func rebuild() throws(IndexFailure) -> Head {
    do {
      let log = try events.head()
      let meaning = try lastMeaning(upTo: log.seq)
      return try pool.write { database in
        var folder = try derived(upTo: log.seq, meaning, database)
        try folder.finish()
        return try MetaTable.head(database)
      }
    } catch {
      throw IndexFailure(error)
    }
  }

  /// Drops every table and folds the log up to a position into new ones.
  ///
  /// - Returns: the folder, which is yet to be finished.
  func derived(
    upTo last: Int, _ meaning: EventFolder.LastMeaning, _ database: Database
  ) throws -> EventFolder {
    try IndexSchema.drop(in: database)
    try IndexSchema.create(in: database)
    var folder = try EventFolder(database, derivation: derivation, meaning: .asIn(meaning))
    var next = 0
    while next <= last {
      let block = try events.read(from: next, limit: min(1024, last - next + 1))
      guard !block.isEmpty else { break }
      for event in block { try folder.fold(event) }
      next += block.count
    }
    return folder
  }

  private func fold(_ block: [Event]) throws -> Head {
    try pool.write { database in
      var folder = try EventFolder(database, derivation: derivation)
      for event in block { try folder.fold(event) }
      try folder.finish()
      return try MetaTable.head(database)
    }
  }

  /// Runs `body` in a transaction that is committed where it returns something.
  private func writeOrCancel<Outcome>(
    _ body: (Database) throws -> Outcome?
  ) throws -> Outcome? {
    try pool.writeWithoutTransaction { database in
      var outcome: Outcome?
      try database.inTransaction(.immediate) {
        outcome = try body(database)
        return outcome == nil ? .rollback : .commit
      }
      return outcome
    }
  }

  private func requireSame(_ known: Head, _ log: Head) throws {
    guard known.seq >= 0 else { return }
    let found = try events.read(from: known.seq, limit: 1).first
    guard known.seq <= log.seq, let found, found.hash == known.hash else {
      throw IndexFailure.ahead(AheadEvidence(index: known, log: log, found: found?.hash))
    }
  }

  /// What names and labels mean at a position: later settings and migrations say it of earlier batches.
  func lastMeaning(upTo last: Int) throws -> EventFolder.LastMeaning {
    var text: String?
    var reading = LabelReading()
    try events.forEachEvent { event in
      if let change = event.body.settings { text = change.text }
      if case .migrate(let migration) = event.body { reading.add(migration, at: event.seq) }
      return event.seq < last
    }
    guard let text else { return EventFolder.LastMeaning(settings: .initial, reading: reading) }
    guard let configuration = derivation.configuration(text) else {
      throw IndexFailure.unreadableConfiguration
    }
    return EventFolder.LastMeaning(settings: Settings(configuration), reading: reading)
  }
}
