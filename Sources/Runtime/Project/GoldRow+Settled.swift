import Domain
import Interchange

extension GoldRow {
  /// What is released for a unit: the ruling where one stands, gold from elsewhere, or what the
  /// ratings say where they say one thing. nil for a unit that nobody rated.
  ///
  /// - Parameter choice: what goes out for a unit that nobody ruled on.
  init?(_ settled: SettledUnit, _ choice: ReleaseChoice = .settled) {
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
    if choice == .model, let released = settled.released {
      self.init(
        unit: row.unit, value: released.value, source: Self.source(released.source, row),
        probability: released.probability, agreement: row.agreement, votes: votes)
      shares = released.shares
      return
    }
    var source = Self.source(row)
    if choice == .majority, source == .open, row.isLedByOne { source = .majority }
    self.init(
      unit: row.unit, value: source == .open ? nil : row.leads, source: source,
      agreement: row.agreement, votes: votes)
  }

  /// Where ratings settle it and the models say the same, it goes out on their word; else on that of the
  /// models, even where most ratings of a contested unit say so, too.
  private static func source(_ source: ModelledValue.Source, _ row: QueueRow) -> GoldSource {
    let settled = Self.source(row)
    return settled == .open || source == .model ? .model : settled
  }

  private static func source(_ row: QueueRow) -> GoldSource {
    switch row.status {
    case .single: .single
    case .agreed: row.groups.count == 1 ? .unanimous : .majority
    default: .open
    }
  }
}

extension QueueRow {
  /// Whether one value has more votes than every other.
  fileprivate var isLedByOne: Bool {
    guard let first = groups.first else { return false }
    return groups.dropFirst().allSatisfy { $0.votes < first.votes }
  }
}
