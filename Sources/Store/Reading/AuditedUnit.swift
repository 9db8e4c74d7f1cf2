package import Domain

/// A unit that an audit drew, as it stands now.
package struct AuditedUnit: Hashable, Sendable {
  package let label: ReleasedValue
  /// What would have been released, as labels are called now; nil where a migration left it without
  /// meaning.
  package let value: Value?
  /// The ruling that stands; nil where none does.
  package let standing: SeatStanding?

  package init(label: ReleasedValue, value: Value?, standing: SeatStanding?) {
    self.label = label
    self.value = value
    self.standing = standing
  }

  /// Whether its ruling says what would have been released; nil while it has none.
  package var isRight: Bool? {
    standing.map { standing in value != nil && standing.outcome.value == value }
  }
}

/// An audit with what became of its units.
package struct AuditProgress: Hashable, Sendable {
  package let audit: RecordedAudit
  /// In the order of the draw.
  package let units: [AuditedUnit]
  /// Positions of the draws before it.
  package let earlier: [Int]
  /// Rulings that stand, made since the draw on other units.
  package let rulingsSince: Int
  /// Batches that came in since the draw.
  package let batchesSince: Int

  package init(
    audit: RecordedAudit, units: [AuditedUnit], earlier: [Int], rulingsSince: Int,
    batchesSince: Int
  ) {
    self.audit = audit
    self.units = units
    self.earlier = earlier
    self.rulingsSince = rulingsSince
    self.batchesSince = batchesSince
  }
}
