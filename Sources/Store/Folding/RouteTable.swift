import Domain
import GRDB

/// To whom the routes in force send units, by number from 1.
enum RouteTable {
  static func write(_ routes: [Route], _ database: Database) throws {
    try database.execute(sql: "DELETE FROM route")
    for (index, route) in routes.enumerated() {
      try database.execute(
        sql: "INSERT INTO route (number, targets) VALUES (?, ?)",
        arguments: [index + 1, StoredText.text(route.to.map(\.text))])
    }
  }

  /// The routes that keep units from `member`: those that name others. Leads see everything.
  static func closed(to member: Member, _ database: Database) throws -> [Int] {
    guard !member.holds(.lead) else { return [] }
    return try Row.fetchAll(database, sql: "SELECT number, targets FROM route ORDER BY number")
      .compactMap { row in
        let targets = StoredText.strings(row[1]).compactMap { RouteTarget($0) }
        let route = Route(when: .all, to: targets)
        return targets.isEmpty || route.names(member) ? nil : row[0]
      }
  }
}
