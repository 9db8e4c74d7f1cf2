import Domain
import GRDB

/// Writes unit rows and keeps the integer tables in step with them.
struct UnitWriter {
  private let book: NameBook
  private let inserting: Statement
  private let updating: Statement
  private let insertingVote: Statement
  private let deletingVotes: Statement
  var sheet = TallySheet()

  init(book: NameBook) throws {
    self.book = book
    let database = book.database
    inserting = try database.makeStatement(
      sql: """
        INSERT INTO unit (item, question, item_name, question_name, hash, batch, status, queued,
          ratings, agreement, wrong, gain, tier, due, route, is_flagged, lead, low, high,
          settled, day, ruled, basis)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    updating = try database.makeStatement(
      sql: """
        UPDATE unit SET batch = ?, status = ?, queued = ?, ratings = ?, agreement = ?, wrong = ?,
          gain = ?, tier = ?, due = ?, route = ?, is_flagged = ?, lead = ?, low = ?, high = ?,
          settled = ?, day = ?, ruled = ?, basis = ?
        WHERE id = ?
        """)
    insertingVote = try database.makeStatement(
      sql: "INSERT INTO vote (unit, place, value, votes) VALUES (?, ?, ?, ?)")
    deletingVotes = try database.makeStatement(sql: "DELETE FROM vote WHERE unit = ?")
  }

  /// Writes a unit that was not there; gives it its number.
  mutating func insert(_ unit: inout UnitRecord) throws {
    try inserting.execute(arguments: [
      unit.item, unit.question, unit.name.item.text, unit.name.question.text, unit.hash, unit.batch,
      unit.status.code, unit.status.isQueued, unit.ratings, unit.agreement, unit.wrong, unit.gain,
      unit.tier, unit.due, unit.route, unit.isFlagged, unit.lead, unit.low, unit.high,
      unit.settled, unit.day, unit.ruled, unit.basis,
    ])
    unit.id = book.database.lastInsertedRowID
    try writeVotes(unit)
    sheet.move(from: nil, to: unit)
  }

  /// Replaces a row by another of the same unit.
  mutating func update(_ old: UnitRecord, to new: UnitRecord) throws {
    try updating.execute(arguments: [
      new.batch, new.status.code, new.status.isQueued, new.ratings, new.agreement, new.wrong,
      new.gain, new.tier, new.due, new.route, new.isFlagged, new.lead, new.low, new.high,
      new.settled, new.day, new.ruled, new.basis, new.id,
    ])
    if !Self.sameVotes(old.votes, new.votes) {
      try deletingVotes.execute(arguments: [new.id])
      try writeVotes(new)
    }
    sheet.move(from: old, to: new)
  }

  private func writeVotes(_ unit: UnitRecord) throws {
    for (place, vote) in unit.votes.enumerated() {
      try insertingVote.execute(arguments: [unit.id, place, vote.value.id, vote.votes])
    }
  }

  private static func sameVotes(_ left: [VoteCount], _ right: [VoteCount]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { $0.value.id == $1.value.id && $0.votes == $1.votes }
  }
}
