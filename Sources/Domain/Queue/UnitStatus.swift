/// Where a unit stands, from the queue's point of view.
public enum UnitStatus: String, Sendable, CaseIterable {
  /// In the queue.
  case open
  /// In the queue, for leads only.
  case escalated
  /// In the queue, because a version of the guideline, new ratings or a migration put its ruling in
  /// doubt. The ruling holds until it is kept or overruled; one on a label that is gone can only be overruled.
  case doubted
  case ruled
  /// Pairable, and its agreement is not below the threshold.
  case agreed
  /// One rating only.
  case single
  /// No rating in force.
  case unrated

  /// Whether a unit of this status waits for somebody.
  public var isQueued: Bool { self == .open || self == .escalated || self == .doubted }
}
