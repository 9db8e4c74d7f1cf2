/// Where a unit stands, from the queue's point of view.
public enum UnitStatus: String, Sendable, CaseIterable {
  /// In the queue.
  case open
  /// In the queue, for leads only.
  case escalated
  case ruled
  /// Pairable, and its agreement is not below the threshold.
  case agreed
  /// One rating only.
  case single
  /// No rating in force.
  case unrated
}
