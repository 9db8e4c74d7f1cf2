package import Domain
import GRDB
import Ledger

extension ProjectIndex {
  /// Days of rulings that a summary shows.
  private static let dayLimit: Int64 = 40

  package func summary(now: Instant) throws(ReadFailure) -> ProjectSummary {
    try reading { database in
      var summary = ProjectSummary()
      summary.items = try Self.counter(.items, database)
      summary.units = try Self.counter(.units, database)
      summary.ratings = try Self.counter(.ratings, database)
      summary.annotators =
        try Int.fetchOne(database, sql: "SELECT count(*) FROM annotator") ?? 0
      summary.batches = try Int.fetchOne(database, sql: "SELECT count(*) FROM batch") ?? 0
      summary.questions = try String.fetchAll(
        database, sql: "SELECT name FROM question ORDER BY name"
      ).map { QuestionID($0) }
      summary.settledByDay = try Self.settledByDay(now, database)
      summary.head = try MetaTable.head(database).seq
      summary.learning = learned.learning
      summary.guidelineVersion = try GuidelineTable.version(database)
      try Self.readTally(now, database, into: &summary)
      return summary
    }
  }

  package func members() throws(ReadFailure) -> [Member] {
    try reading { try MemberTable.all($0) }
  }

  package func configurationText() throws(ReadFailure) -> String? {
    try reading { try MetaTable.text(.configuration, $0) }
  }

  package func position(of operation: OperationID) throws(ReadFailure) -> Int? {
    try reading { database in
      try Int.fetchOne(
        database, sql: "SELECT seq FROM operation WHERE operation = ?", arguments: [operation.hex])
    }
  }

  /// The project's id and name; nil before the first event.
  package func genesis() throws(ReadFailure) -> Genesis? {
    try reading { database in
      guard
        let project = try MetaTable.text(.project, database).flatMap({ OperationID(hex: $0) })
      else { return nil }
      return Genesis(project: project, name: try MetaTable.text(.projectName, database) ?? "")
    }
  }

  /// The batch that an import made, where the same file was read in the same way before.
  package func findImport(
    sha256: Digest, mapping: String
  ) throws(ReadFailure) -> Int? {
    try reading { database in
      try Int.fetchOne(
        database,
        sql: "SELECT number FROM batch WHERE sha256 = ? AND mapping = ? ORDER BY number LIMIT 1",
        arguments: [sha256.hex, mapping])
    }
  }

  /// The highest number of a batch; 0 before the first.
  package func newestBatch() throws(ReadFailure) -> Int {
    try reading { try Int.fetchOne($0, sql: "SELECT max(number) FROM batch") ?? 0 }
  }

  private static func counter(
    _ counter: TallySheet.Counter, _ database: Database
  ) throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT count FROM counter WHERE name = ?", arguments: [counter.rawValue]) ?? 0
  }

  private static func settledByDay(_ now: Instant, _ database: Database) throws -> [Int] {
    let today = now.dayNumber
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT day, rulings FROM settled_day WHERE day > ? AND day <= ? ORDER BY day",
      arguments: [today - dayLimit, today])
    let first: Int64 = rows.first?[0] ?? today
    var days = Array(repeating: 0, count: Int(today - first) + 1)
    for row in rows { days[Int((row[0] as Int64) - first)] = row[1] }
    return days
  }

  private static func readTally(
    _ now: Instant, _ database: Database, into summary: inout ProjectSummary
  ) throws {
    var tiers: [String: TierCount] = [:]
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT status, tier, due, units, queued FROM tally ORDER BY status, queued, route, tier, due
        """)
    while let row = try cursor.next() {
      guard let status = UnitStatus(code: row[0]) else { continue }
      let units: Int = row[3]
      summary.statuses[status, default: 0] += units
      guard row[4] else { continue }
      if !status.isQueued { summary.drawn += units }
      let isOverdue = (row[2] as Int64) < now.milliseconds
      if isOverdue { summary.overdue += units }
      let tier: String = row[1]
      let known = tiers[tier]
      tiers[tier] = TierCount(
        tier: tier.isEmpty ? nil : TierID(tier), open: (known?.open ?? 0) + units,
        overdue: (known?.overdue ?? 0) + (isOverdue ? units : 0))
    }
    // Units without a tier come last.
    summary.tiers = tiers.values.sorted { left, right in
      guard let a = left.tier else { return false }
      guard let b = right.tier else { return true }
      return a < b
    }
  }
}
