/// What the newest audit says of the release, as far as its draws are ruled.
public struct AuditStanding: Hashable, Sendable {
  /// Position of the draw.
  public var seq: Int
  /// How many were drawn.
  public var size: Int
  /// How many of them are ruled, one after the other from the first: these are counted.
  public var ruled: Int
  /// How many of these say what would have been released.
  public var right: Int
  /// How many of those drawn have no ruling yet.
  public var missing: Int
  /// The expected share of right labels in the release; nil while nothing is ruled.
  public var accuracy: Double?
  /// Its limits: between both with a confidence of .95.
  public var low = 0.0
  public var high = 1.0
  /// It is at least this, with a confidence of .95.
  public var least = 0.0
  /// Rulings that stand, and batches that came in, since the draw and beside it.
  public var rulingsSince = 0
  public var batchesSince = 0
  /// How many draws there were before it.
  public var earlier = 0

  public init(seq: Int, size: Int, ruled: Int, right: Int, missing: Int) {
    self.seq = seq
    self.size = size
    self.ruled = ruled
    self.right = right
    self.missing = missing
  }

  /// Whether every unit of the draw is ruled.
  public var isComplete: Bool { ruled == size }
}
