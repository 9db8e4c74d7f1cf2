/// On whose word a value would be released that nobody ruled.
public enum ReleaseSource: String, Sendable, CaseIterable {
  /// All ratings say it.
  case unanimous
  /// Most ratings say it, and they agree enough for the project's threshold.
  case majority
  /// The only rating says it.
  case single
  /// The models of the annotators say it, whatever most ratings say.
  case model
  /// It came in as gold from elsewhere.
  case imported
}
