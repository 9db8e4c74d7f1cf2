import Domain
import Interchange

extension GoldRow {
  /// What is released for a unit: the ruling where one stands, gold from elsewhere, or what the
  /// ratings say where they say one thing. nil for a unit that nobody rated.
  init?(_ settled: SettledUnit) {
    let row = settled.row
    let votes = row.groups.map { VoteCount(value: $0.value, count: $0.votes) }
    if let event = settled.decision, case .decision(let decision) = event.body,
      let outcome = settled.outcome, outcome != .escalated
    {
      self.init(
        unit: row.unit, outcome: outcome, value: outcome.value, source: .ruled,
        agreement: row.agreement, votes: votes, by: event.draft.actor, at: event.draft.at,
        reason: decision.reason, rationale: decision.rationale, clauses: decision.cites,
        guideline: decision.guideline)
      return
    }
    let imported = settled.ratings.last { entry in
      entry.rating.origin == .gold && entry.isInForce && !entry.isEnded
    }
    if let imported {
      self.init(
        unit: row.unit, outcome: .value(imported.rating.value), value: imported.rating.value,
        source: .imported, agreement: row.agreement, votes: votes, at: imported.rating.at)
      return
    }
    guard row.ratings > 0 else { return nil }
    let source = Self.source(row)
    self.init(
      unit: row.unit, value: source == .open ? nil : row.leads, source: source,
      agreement: row.agreement, votes: votes)
  }

  private static func source(_ row: QueueRow) -> GoldSource {
    switch row.status {
    case .single: .single
    case .agreed: row.groups.count == 1 ? .unanimous : .majority
    default: .open
    }
  }
}
