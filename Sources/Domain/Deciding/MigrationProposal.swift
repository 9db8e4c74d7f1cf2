/// A new label set that a lead wants to take effect.
public struct MigrationProposal: Hashable, Sendable {
  public let mapping: LabelMapping
  /// The settings it leads to.
  public let settings: ConfigurationChange
  /// The labels that these settings declare.
  public let labels: [LabelID]
  public let reason: String?

  public init(
    mapping: LabelMapping, settings: ConfigurationChange, labels: [LabelID],
    reason: String? = nil
  ) {
    self.mapping = mapping
    self.settings = settings
    self.labels = labels
    self.reason = reason
  }
}

/// What a migration would meet in a project.
public struct MigrationFacts: Hashable, Sendable {
  /// Labels that were given or ruled, as they read now.
  public var used: Set<LabelID>
  /// Number of the newest batch.
  public var batch: Int
  /// Positions of the rulings at main seats that stand on a label that the mapping ends.
  public var ended: [Int]

  public init(used: Set<LabelID> = [], batch: Int = 0, ended: [Int] = []) {
    self.used = used
    self.batch = batch
    self.ended = ended
  }
}
