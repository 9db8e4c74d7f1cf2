import Domain
import GRDB

/// Reads rulings that stand, each spelling of an outcome once.
struct RulingReader {
  /// Of `unit u` and its `seat s`.
  static let columns =
    "u.item_name, u.question_name, u.route, s.status, s.seq, s.by, s.outcome"

  private var outcomes: [String: Outcome] = [:]

  /// Reads a row that begins with `columns`.
  mutating func ruling(_ row: Row) throws -> StandingRuling {
    let spelled: String = row[6]
    guard let status = SeatStanding.Status(rawValue: row[3]),
      let outcome = outcomes[spelled] ?? StoredText.outcome(spelled)
    else { throw ReadFailure.stale("a ruling cannot be read") }
    outcomes[spelled] = outcome
    let route: Int = row[2]
    return StandingRuling(
      unit: UnitID(item: ItemID(row[0]), question: QuestionID(row[1])),
      standing: SeatStanding(
        status: status, seq: row[4], by: MemberID(row[5]), outcome: outcome),
      route: route > 0 ? route : nil)
  }

  mutating func rulings(
    _ request: SQLRequest<Row>, _ database: Database
  ) throws
    -> [StandingRuling]
  {
    var rulings: [StandingRuling] = []
    let cursor = try request.fetchCursor(database)
    while let row = try cursor.next() { rulings.append(try ruling(row)) }
    return rulings
  }
}
