import Domain
import GRDB

/// The leading values of units, in the order in which the stratified policy takes them.
enum Strata {
  /// O(values · log units): one seek a value.
  static func leads(_ database: Database, widened: Bool) throws -> [Int64] {
    var leads: [Int64] = []
    if widened {
      leads = try Int64.fetchAll(database, sql: "SELECT DISTINCT lead FROM unit")
    } else {
      let statement = try database.cachedStatement(
        sql: "SELECT min(lead) FROM unit WHERE queued = 1 AND lead > ?")
      var last: Int64 = -1
      while let next = try Int64.fetchOne(statement, arguments: [last]) {
        leads.append(next)
        last = next
      }
    }
    let project = try MetaTable.text(.project, database) ?? ""
    let contents = try leads.map { lead in
      try String.fetchOne(
        database.cachedStatement(sql: "SELECT content FROM value WHERE id = ?"), arguments: [lead])
        ?? ""
    }
    return zip(leads, contents)
      .map { Drawn(lead: $0, hash: SeededOrder.hash(project, $1), content: $1) }
      .sorted { left, right in
        left.hash == right.hash
          ? left.content.utf8.lexicographicallyPrecedes(right.content.utf8)
          : left.hash < right.hash
      }
      .map(\.lead)
  }

  private struct Drawn {
    let lead: Int64
    let hash: UInt64
    let content: String
  }

  /// The place from 1 of a unit that has `before` units of its own leading value before it.
  static func rank(
    of unit: UnitRecord, lead: Int64, before: Int, _ database: Database
  ) throws
    -> Int
  {
    var rank = 1
    var isEarlier = true
    let statement = try database.cachedStatement(
      sql: """
        SELECT count(*) FROM
          (SELECT 1 FROM unit WHERE queued = 1 AND lead = ? LIMIT ?)
        """)
    for other in try leads(database, widened: false) {
      if other == lead {
        rank += before
        isEarlier = false
      } else {
        rank +=
          try Int.fetchOne(statement, arguments: [other, isEarlier ? before + 1 : before]) ?? 0
      }
    }
    return rank
  }
}
