import Domain
import GRDB

/// Writes unit rows and keeps the integer tables in step with them.
struct UnitWriter {
  private let book: NameBook
  private let inserting: BoundStatement
  private let updating: BoundStatement
  private let insertingVote: BoundStatement
  private let deletingVotes: BoundStatement
  var sheet = TallySheet()
  var cuts: CutSheet
  var precedents: PrecedentSheet

  init(book: NameBook) throws {
    self.book = book
    let database = book.database
    cuts = CutSheet(database)
    precedents = PrecedentSheet(database)
    inserting = try BoundStatement(
      database,
      """
      INSERT INTO unit (item, question, item_name, question_name, hash, batch, status, queued,
        ratings, agreement, wrong, gain, tier, due, route, is_flagged, lead, low, high,
        settled, day, ruled, doubt, last_batch, last_week, last_version, basis, audit)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    updating = try BoundStatement(
      database,
      """
      UPDATE unit SET batch = ?, status = ?, queued = ?, ratings = ?, agreement = ?, wrong = ?,
        gain = ?, tier = ?, due = ?, route = ?, is_flagged = ?, lead = ?, low = ?, high = ?,
        settled = ?, day = ?, ruled = ?, doubt = ?, last_batch = ?, last_week = ?, last_version = ?,
        basis = ?, audit = ?
      WHERE id = ?
      """)
    insertingVote = try BoundStatement(
      database, "INSERT INTO vote (unit, place, value, votes) VALUES (?, ?, ?, ?)")
    deletingVotes = try BoundStatement(database, "DELETE FROM vote WHERE unit = ?")
  }

  /// Writes a unit that was not there; gives it its number.
  mutating func insert(_ unit: inout UnitRecord) throws {
    inserting.add(unit.item)
    inserting.add(unit.question)
    inserting.add(unit.name.item.text)
    inserting.add(unit.name.question.text)
    inserting.add(unit.hash)
    Self.add(unit, to: inserting)
    try inserting.run()
    unit.id = book.database.lastInsertedRowID
    try writeVotes(unit)
    sheet.move(from: nil, to: unit)
    try cuts.move(from: nil, to: unit)
  }

  /// Replaces a row by another of the same unit.
  mutating func update(_ old: UnitRecord, to new: UnitRecord) throws {
    Self.add(new, to: updating)
    updating.add(new.id)
    try updating.run()
    if !Self.sameVotes(old.votes, new.votes) {
      deletingVotes.add(new.id)
      try deletingVotes.run()
      try writeVotes(new)
    }
    sheet.move(from: old, to: new)
    try cuts.move(from: old, to: new)
    try precedents.move(from: old, to: new)
  }

  /// Moves the units of an item whose slices are others now.
  mutating func moveSlices(of item: Int64, from old: [Int64]) throws {
    cuts.book.forgetSlices()
    let new = try cuts.book.slices(of: item)
    guard new != old else { return }
    let units = try Int64.fetchAll(
      book.database.cachedStatement(sql: "SELECT id FROM unit WHERE item = ?"), arguments: [item])
    for unit in units {
      guard let record = try UnitRecord.fetch(unit, book) else { continue }
      try cuts.move(record, from: old, to: new)
    }
  }

  /// The columns that change, in the order in which both statements name them.
  private static func add(_ unit: UnitRecord, to statement: BoundStatement) {
    statement.add(unit.batch)
    statement.add(unit.status.code)
    statement.add(unit.isQueued)
    statement.add(unit.ratings)
    statement.add(unit.agreement)
    statement.add(unit.wrong)
    statement.add(unit.gain)
    statement.add(unit.tier)
    statement.add(unit.due)
    statement.add(unit.route)
    statement.add(unit.isFlagged)
    statement.add(unit.lead)
    statement.add(unit.low)
    statement.add(unit.high)
    statement.add(unit.settled)
    statement.add(unit.day)
    statement.add(unit.ruled)
    statement.add(unit.doubt)
    statement.add(unit.lastBatch.map { Int64($0) })
    statement.add(unit.lastWeek.map { Int64($0) })
    statement.add(unit.lastVersion.map { Int64($0) })
    statement.add(unit.basis)
    statement.add(unit.audit)
  }

  private func writeVotes(_ unit: UnitRecord) throws {
    for (place, vote) in unit.votes.enumerated() {
      insertingVote.add(unit.id)
      insertingVote.add(place)
      insertingVote.add(vote.value.id)
      insertingVote.add(vote.votes)
      try insertingVote.run()
    }
  }

  private static func sameVotes(_ left: [VoteCount], _ right: [VoteCount]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { $0.value.id == $1.value.id && $0.votes == $1.votes }
  }
}
