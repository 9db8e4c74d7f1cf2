package import Domain
import GRDB
import Ledger

extension ProjectIndex {
  /// What would be released, counted from tallies: neither units nor ratings are walked. Without
  /// agreement, which comes from other sums. O(labels × questions + members + tiers × due days).
  package func releaseFigures(now: Instant) throws(ReadFailure) -> ReleaseFigures {
    try reading { database in
      var figures = ReleaseFigures()
      figures.head = try MetaTable.head(database).seq
      figures.flagged =
        try Int.fetchOne(database, sql: "SELECT count(*) FROM flag WHERE is_raised = 1") ?? 0
      try Self.readTiers(now, database, into: &figures)
      try Self.readRulings(database, into: &figures)
      let book = NameBook(database, settings: try EventFolder.settings(database, derivation))
      try Self.readGold(database, book, into: &figures)
      return figures
    }
  }

  private static func readTiers(
    _ now: Instant, _ database: Database, into figures: inout ReleaseFigures
  ) throws {
    struct Counts {
      var units = 0
      var open = 0
      var escalated = 0
      var overdue = 0
    }
    var tiers: [TierID: Counts] = [:]
    let cursor = try Row.fetchCursor(
      database,
      sql: "SELECT status, tier, due, units, queued FROM tally ORDER BY status, tier, due")
    while let row = try cursor.next() {
      guard let status = UnitStatus(code: row[0]) else { continue }
      let units: Int = row[3]
      figures.statuses[status, default: 0] += units
      let tier: String = row[1]
      guard !tier.isEmpty else { continue }
      var counts = tiers[TierID(tier)] ?? Counts()
      counts.units += units
      if status == .open || status == .doubted { counts.open += units }
      if status == .escalated { counts.escalated += units }
      if row[4], (row[2] as Int64) < now.milliseconds { counts.overdue += units }
      tiers[TierID(tier)] = counts
    }
    figures.tiers = tiers.sorted { $0.key < $1.key }.map { tier, counts in
      ReleaseFigures.TierStanding(
        tier: tier, units: counts.units, open: counts.open, escalated: counts.escalated,
        overdue: counts.overdue)
    }
  }

  private static func readRulings(
    _ database: Database, into figures: inout ReleaseFigures
  ) throws {
    var rulers: [MemberID: Int] = [:]
    let cursor = try Row.fetchCursor(
      database, sql: "SELECT by, outcome, rulings FROM ruling_tally ORDER BY by, outcome")
    while let row = try cursor.next() {
      let count: Int = row[2]
      rulers[MemberID(row[0]), default: 0] += count
      if let kind = OutcomeKind(rawValue: row[1]) { figures.outcomes[kind, default: 0] += count }
    }
    figures.rulers = rulers.sorted { left, right in
      left.value != right.value ? left.value > right.value : left.key < right.key
    }.map { ReleaseFigures.RulerCount(member: $0.key, rulings: $0.value) }
  }

  private static func readGold(
    _ database: Database, _ book: NameBook, into figures: inout ReleaseFigures
  ) throws {
    var counts: [Value: ReleaseFigures.GoldCount] = [:]
    var votes: [Value: VoteValue] = [:]
    let cursor = try Row.fetchCursor(
      database, sql: "SELECT value, source, units FROM gold_tally ORDER BY question, value, source")
    while let row = try cursor.next() {
      guard let source = GoldTally.Source(rawValue: row[1]) else { continue }
      let vote = try book.vote(row[0])
      var count = counts[vote.value] ?? ReleaseFigures.GoldCount(value: vote.value)
      let units: Int = row[2]
      switch source {
      case .unanimous: count.unanimous += units
      case .majority: count.majority += units
      case .single: count.single += units
      case .ruled: count.ruled += units
      }
      counts[vote.value] = count
      votes[vote.value] = vote
    }
    let order = votes.values.sorted(by: VoteValue.areInOrder)
    figures.gold = order.compactMap { counts[$0.value] }
  }
}
