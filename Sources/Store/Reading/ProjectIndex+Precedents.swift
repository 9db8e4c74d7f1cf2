package import Domain
import GRDB
import Ledger

extension ProjectIndex {
  static let precedentLimit = 9

  /// Earlier rulings on the same labels as a unit's, those on the texts most alike first; none for a
  /// unit that is not there.
  package func precedents(for unit: UnitID, count: Int) throws(ReadFailure) -> [Precedent] {
    try reading { database in
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT u.id, i.payload FROM unit u JOIN item i ON i.id = u.item
            WHERE u.item_name = ? AND u.question_name = ?
            """), arguments: [unit.item.text, unit.question.text])
      guard let row, let payload = StoredText.payload(row[1]) else { return [] }
      return try self.precedents(for: row[0], showing: payload, count: count, database)
    }
  }

  /// Earlier rulings that a unit may be ruled like, a few.
  func precedents(
    for unit: Int64, showing payload: Payload, count: Int = precedentLimit, _ database: Database
  ) throws -> [Precedent] {
    guard let contest = try PrecedentSearch.Contest(unit, database) else { return [] }
    let search = try PrecedentSearch(database)
    return try search.nearest(to: contest, showing: payload, count: count)
      .compactMap { try precedent($0.seq, on: $0.unit, likeness: $0.likeness, database) }
  }

  /// The ruling at a position, as one that may be followed; nil for one that a migration left without
  /// meaning.
  func precedent(
    _ seq: Int, on unit: UnitID, likeness: Double?, _ database: Database
  ) throws -> Precedent? {
    let event = try event(at: seq)
    guard case .decision(let decision) = event.body,
      let outcome = try Self.read(decision.outcome, at: seq, database)
    else { return nil }
    return Precedent(
      seq: seq, unit: unit, outcome: outcome, by: event.draft.actor, at: event.draft.at,
      cites: decision.cites, reason: decision.reason, rationale: decision.rationale,
      likeness: likeness)
  }
}
