import Domain
import GRDB

/// Reads units as people see them, within one transaction.
final class RowReader {
  let database: Database
  private let leases: [UnitID: Lease]
  private let figures: QueueFigures?
  private let times: BatchTimes
  private var values: [Int64: Value] = [:]

  /// - Parameters:
  ///   - leases: those that have not run out.
  ///   - figures: of the models of annotators, where there are some.
  init(_ database: Database, leases: [Lease] = [], figures: QueueFigures? = nil) {
    self.database = database
    self.figures = figures
    self.leases = Dictionary(leases.map { ($0.unit, $0) }, uniquingKeysWith: { $1 })
    times = BatchTimes(database)
  }

  /// The stored row without votes.
  func record(_ id: Int64) throws -> UnitRecord? {
    let statement = try database.cachedStatement(
      sql: "SELECT \(UnitRecord.columns), u.lead FROM unit u WHERE u.id = ?")
    return try Row.fetchOne(statement, arguments: [id]).map { UnitRecord($0) }
  }

  func row(_ unit: UnitRecord) throws -> QueueRow {
    try row(
      unit, groups: groups(of: unit.id), standing: SeatTable.seats(of: unit.id, database)[.main])
  }

  func row(
    _ unit: UnitRecord, groups: [VoteGroup], standing: SeatStanding?
  ) throws -> QueueRow {
    var row = QueueRow(
      handle: UnitHandle(raw: unit.id), unit: unit.name, since: try times.at(unit.batch))
    row.groups = groups
    row.ratings = row.groups.reduce(0) { $0 + $1.votes }
    row.agreement = unit.agreement
    row.isDrawn = unit.isDrawn
    if !unit.isDrawn {
      row.wrong = unit.wrong
      row.gain = unit.gain
      if let figures, let learned = figures[unit.id] {
        row.wrong = learned.wrong
        row.gain = learned.gain
        row.policy = figures.learning.policyName
      }
    }
    row.tier = unit.tier.isEmpty ? nil : TierID(unit.tier)
    row.due = unit.due == UnitRecord.never ? nil : Instant(milliseconds: unit.due)
    row.status = unit.status
    row.standing = standing
    row.doubt = DoubtCause(code: unit.doubt)
    if unit.doubt != 0 {
      row.newRatings = try DoubtTable.newRatings(since: unit.settled, database)
    }
    row.isFlagged = unit.isFlagged
    row.lease = leases[unit.name]
    row.route = unit.route == 0 ? nil : unit.route
    row.slices = try ItemTable.slices(of: unit.item, database)
    return row
  }

  func value(_ id: Int64) throws -> Value {
    if let value = values[id] { return value }
    let content = try String.fetchOne(
      database.cachedStatement(sql: "SELECT content FROM value WHERE id = ?"), arguments: [id])
    guard let value = content.flatMap({ StoredText.value($0) }) else {
      throw ReadFailure.stale("value \(id) cannot be read")
    }
    values[id] = value
    return value
  }

  /// The ratings of a unit, those in force first, each part in batch and file order.
  func ratings(of unit: UnitRecord) throws -> [RatingEntry] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT r.batch, r.ordinal, a.name, r.value, r.origin, r.round, r.at, r.milliseconds,
          r.confidence, r.note, r.is_flagged, r.in_force, r.given
        FROM rating r LEFT JOIN annotator a ON a.id = r.annotator
        WHERE r.item = ? AND r.question = ?
        ORDER BY r.in_force DESC, r.batch, r.ordinal
        """)
    return try Row.fetchAll(statement, arguments: [unit.item, unit.question]).map { row in
      let rating = Rating(
        unit: unit.name, annotator: (row[2] as String?).map { AnnotatorID($0) },
        value: try value(row[3]), origin: Origin(code: row[4]), round: row[5],
        at: (row[6] as Int64?).map { Instant(milliseconds: $0) }, milliseconds: row[7],
        confidence: (row[8] as String?).flatMap { Number($0) }, note: row[9],
        isFlagged: row[10])
      return RatingEntry(
        reference: RatingReference(batch: row[0], ordinal: row[1]), rating: rating,
        given: try (row[12] as Int64?).map { try value($0) }, isInForce: row[11])
    }
  }

  func item(_ id: Int64) throws -> Item? {
    let statement = try database.cachedStatement(
      sql: "SELECT name, source, payload FROM item WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    guard let payload = StoredText.payload(row[2]) else {
      throw ReadFailure.stale("the payload of item \(id) cannot be read")
    }
    return Item(
      id: ItemID(row[0]), payload: payload, slices: try ItemTable.slices(of: id, database),
      source: row[1])
  }

  private func groups(of unit: Int64) throws -> [VoteGroup] {
    let statement = try database.cachedStatement(
      sql: "SELECT value, votes FROM vote WHERE unit = ? ORDER BY place")
    var groups: [VoteGroup] = []
    let cursor = try Row.fetchCursor(statement, arguments: [unit])
    while let row = try cursor.next() {
      groups.append(VoteGroup(value: try value(row[0]), votes: row[1]))
    }
    return groups
  }
}
