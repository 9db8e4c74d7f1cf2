import Domain
import GRDB

/// Whose queue it is: what they may not rule on is left out.
struct Viewer {
  /// Conditions on `unit u`.
  private(set) var conditions: [SQL] = []
  /// Routes that send to others.
  private(set) var closedRoutes: [Int] = []
  /// Whether units that were escalated are theirs.
  private(set) var seesEscalated = true
  /// Whether they rated something, under whatever name.
  private(set) var isRater = false

  /// Everybody.
  init() {}

  /// - Parameter settings: those in force, which may say more of the member; nil: nothing more is said.
  init(_ id: MemberID, _ database: Database, under settings: ProjectConfiguration?) throws {
    let known = try MemberTable.find(id, database) ?? Member(id: id, user: nil, roles: [])
    let member = settings?.completed(known) ?? known
    closedRoutes = try RouteTable.closed(to: member, database)
    seesEscalated = member.holds(.lead)
    if !seesEscalated { conditions.append(SQL("u.status <> \(UnitStatus.escalated.code)")) }
    if !closedRoutes.isEmpty { conditions.append(SQL("u.route NOT IN \(closedRoutes)")) }
    let own = try member.annotators.compactMap { annotator in
      try Int64.fetchOne(
        database.cachedStatement(sql: "SELECT id FROM annotator WHERE name = ?"),
        arguments: [annotator.text])
    }
    guard !own.isEmpty else { return }
    isRater = true
    conditions.append(
      SQL(
        """
        NOT EXISTS (SELECT 1 FROM rating r
          WHERE r.item = u.item AND r.origin = 0 AND r.annotator IN \(own))
        """))
  }
}
