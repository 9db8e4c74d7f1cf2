/// A new label set takes effect: what becomes of the old labels, and the settings that declare the new.
///
/// One event, so that nobody ever finds the one without the other.
public struct LabelMigration: Hashable, Sendable {
  public let mapping: LabelMapping
  /// The settings from here on.
  public let settings: ConfigurationChange
  /// Number of the newest batch before: ratings up to it were given under the old set.
  public let batch: Int
  /// Positions of the rulings that stand on a label that is split or retired, upwards, each once.
  public let inDoubt: [Int]
  public let reason: String?

  public init(
    mapping: LabelMapping, settings: ConfigurationChange, batch: Int, inDoubt: [Int] = [],
    reason: String? = nil
  ) {
    self.mapping = mapping
    self.settings = settings
    self.batch = batch
    self.inDoubt = Set(inDoubt).sorted()
    self.reason = reason
  }
}

/// A migration with its place in the log.
public struct RecordedMigration: Hashable, Sendable {
  public let seq: Int
  public let by: MemberID
  public let at: Instant
  public let migration: LabelMigration

  public init(seq: Int, by: MemberID, at: Instant, migration: LabelMigration) {
    self.seq = seq
    self.by = by
    self.at = at
    self.migration = migration
  }
}
