/// What a member may do. One member may hold several roles.
public enum MemberRole: String, Sendable, CaseIterable, Comparable {
  /// Reads and verifies.
  case observer
  /// Rates; known from imports.
  case annotator
  /// Writes clauses.
  case reviewer
  /// Rules.
  case adjudicator
  /// Publishes, routes, reopens, signs releases, changes roles.
  case lead

  public static func < (left: MemberRole, right: MemberRole) -> Bool {
    left.rawValue < right.rawValue
  }
}
