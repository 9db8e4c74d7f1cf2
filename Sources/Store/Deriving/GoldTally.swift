import Domain
import GRDB

/// How often each value would go out, and who ruled how often: what a release is counted from.
enum GoldTally {
  /// On whose word a unit's value would go out.
  enum Source: Int64 {
    case unanimous = 1
    case majority
    case single
    case ruled

    /// nil for a unit that would go out without a value, or not at all.
    init?(_ unit: UnitRecord) {
      switch unit.status {
      // A ruling in doubt holds until another is made.
      case .ruled where unit.ruled > 0, .doubted where unit.ruled > 0: self = .ruled
      case .agreed where unit.lead > 0: self = unit.votes.count == 1 ? .unanimous : .majority
      case .single where unit.lead > 0: self = .single
      default: return nil
      }
    }
  }

  /// Moves the count of rulings from what stood at a main seat to what stands there now.
  static func move(
    from old: SeatStanding?, to new: SeatStanding, _ database: Database
  ) throws {
    if let old { try add(-1, old, database) }
    try add(1, new, database)
  }

  private static func add(_ count: Int, _ standing: SeatStanding, _ database: Database) throws {
    guard standing.status == .ruled else { return }
    let key: StatementArguments = [standing.by.text, standing.outcome.kind.rawValue]
    try database.cachedStatement(
      sql: """
        INSERT INTO ruling_tally (by, outcome, rulings) VALUES (?, ?, \(count))
        ON CONFLICT DO UPDATE SET rulings = rulings + excluded.rulings
        """
    ).execute(arguments: key)
    guard count < 0 else { return }
    try database.cachedStatement(
      sql: "DELETE FROM ruling_tally WHERE by = ? AND outcome = ? AND rulings = 0"
    ).execute(arguments: key)
  }
}
