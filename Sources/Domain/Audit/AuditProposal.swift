/// A draw that somebody wants recorded, with what they saw.
public struct AuditProposal: Hashable, Sendable {
  public let draw: AuditDraw
  /// How many migrations there were when the labels were read.
  public let migrations: Int

  public init(draw: AuditDraw, migrations: Int) {
    self.draw = draw
    self.migrations = migrations
  }
}

/// What is known of the units of a draw when it is decided about.
public struct AuditFacts: Hashable, Sendable {
  /// Those on which a ruling stands.
  public var ruled: Set<UnitID> = []
  /// Number of the newest batch; 0 before the first.
  public var batch = 0
  public var migrations = 0

  public init() {}
}
